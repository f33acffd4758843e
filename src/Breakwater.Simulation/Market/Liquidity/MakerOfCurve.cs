using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>A maker's account behind a depth curve: what the curve traded becomes positions when the maker looks.</summary>
internal sealed class MakerOfCurve(Venue venue, Instrument instrument, AccountId account, Leverage leverage)
{
    // What whole lots have not yet booked.
    private double _unbookedBuys;
    private double _unbookedSales;

    public void Reset() => (_unbookedBuys, _unbookedSales) = (0, 0);

    /// <summary>Books its share of what makers traded on one side.</summary>
    /// <returns>Lots, not negative.</returns>
    public long Book(Timestamp now, Side side, in MakerFlow flow, int makers)
    {
        ref double waiting = ref side == Side.Buy ? ref _unbookedBuys : ref _unbookedSales;
        waiting += flow.Lots / makers;
        long lots = (long)waiting;
        if (lots == 0 || flow.Lots == 0)
        {
            return 0;
        }

        waiting -= lots;
        double coinsPerLot =
            instrument.Kind == ContractKind.Linear ? (double)instrument.LotSize : flow.Coins / flow.Lots;
        double average = flow.Dollars / flow.Lots / coinsPerLot / (double)instrument.TickSize;
        var price = Price.FromTicks(Math.Max((long)Math.Round(average), 1));
        return Trade(now, side, Quantity.FromLots(lots), price) == Rejection.None ? lots : 0;
    }

    private Rejection Trade(Timestamp now, Side side, Quantity lots, Price price) =>
        venue.Trade(
            now,
            instrument.Id,
            side == Side.Buy ? account : Venue.Outside,
            side == Side.Buy ? Venue.Outside : account,
            lots,
            price,
            leverage
        );
}
