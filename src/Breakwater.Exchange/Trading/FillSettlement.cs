using System.Runtime.CompilerServices;
using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Exchange;

/// <summary>Turns a book's events into positions, fees and what open orders reserve.</summary>
internal sealed class FillSettlement(
    Ledger ledger,
    Opening opening,
    MarginAccounts accounts,
    LiquidationWatch watch,
    IReadOnlyList<FeeTier> fees
)
{
    private readonly FeeTier[] _fees = [.. fees];
    private readonly List<int> _touched = [];
    private int _lastTaker = Ledger.None;
    private bool _executing;
    private OrderId _executed;
    private Execution _execution;

    /// <summary>From here on the fills of the next order are added up, and not those of orders that it sets off.</summary>
    public void BeginExecution()
    {
        _executing = true;
        _executed = default;
        _execution = default;
    }

    public Execution EndExecution()
    {
        _executing = false;
        return _execution;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(in MarketEvent fact)
    {
        switch (fact.Kind)
        {
            case EventKind.OrderAccepted when !TermsOf(fact).IsConditional:
                _executed = _executed == default ? fact.Order : _executed;
                AddOpen(TakerOf(fact), TermsOf(fact).Side, fact.Quantity);
                break;
            case EventKind.OrderTriggered:
                AddOpen(TakerOf(fact), TermsOf(fact).Side, fact.Quantity);
                break;
            case EventKind.OrderFilled:
                Fill(fact);
                break;
            case EventKind.OrderDecremented:
                RemoveFromBoth(TakerOf(fact), MakerOf(fact), fact);
                break;
            case EventKind.OrderCancelled or EventKind.OrderExpired when !TermsOf(fact).IsConditional:
                AddOpen(TakerOf(fact), TermsOf(fact).Side, -fact.Quantity);
                break;
            case EventKind.OrderAmended:
                Side side = (Side)(fact.Detail & ~MarketEvent.KeptPlace);
                AddOpen(TakerOf(fact), side, fact.Quantity - Quantity.FromLots(fact.Reference));
                break;
        }
    }

    /// <summary>Returns the margin of what was closed, and indexes anew whoever traded.</summary>
    public void TidyTouched()
    {
        foreach (int position in _touched)
        {
            accounts.Tidy(position);
            watch.PlaceLater(position);
        }

        _touched.Clear();
        _lastTaker = Ledger.None;
    }

    private static OrderTerms TermsOf(in MarketEvent fact) => new((uint)fact.Reference);

    private void Fill(in MarketEvent fact)
    {
        int taker = TakerOf(fact);
        int maker = MakerOf(fact);
        RemoveFromBoth(taker, maker, fact);
        if (taker == maker)
        {
            return;
        }

        Quantity change = fact.Quantity.Towards(TakerSide(fact));
        opening.SetAside(taker, change, fact.Price, ledger.Position(taker).Leverage);
        opening.SetAside(maker, -change, fact.Price, ledger.Position(maker).Leverage);
        (Money realised, _) = ledger.Trade(taker, maker, change, fact.Price);
        Money notional = ledger.Instruments[fact.Instrument].Notional(fact.Price, fact.Quantity);
        Rate fee = IsOfAuction(fact) ? FeeOf(taker).Maker : FeeOf(taker).Taker;
        ledger.ChargeFee(taker, fee.Of(notional, Rounding.Ceiling));
        ledger.ChargeFee(maker, FeeOf(maker).Maker.Of(notional, Rounding.Ceiling));
        Touch(taker, maker);
        if (_executing && fact.Order == _executed)
        {
            _execution = _execution.With(fact.Quantity, fact.Price, notional, realised);
        }
    }

    private void RemoveFromBoth(int taker, int maker, in MarketEvent fact)
    {
        Side side = TakerSide(fact);
        AddOpen(taker, side, -fact.Quantity);
        AddOpen(maker, (Side)(1 - (int)side), -fact.Quantity);
    }

    private int TakerOf(in MarketEvent fact) => ledger.FindPosition(fact.Account, fact.Instrument);

    private int MakerOf(in MarketEvent fact) => ledger.FindPosition(fact.Counterparty, fact.Instrument);

    private static bool IsOfAuction(in MarketEvent fact) => fact.Detail == MarketEvent.AuctionFill;

    // In an auction nobody takes, and the buyer stands in the taker's place.
    private static Side TakerSide(in MarketEvent fact) => fact.Detail == (byte)Side.Sell ? Side.Sell : Side.Buy;

    private void AddOpen(int position, Side side, Quantity change) => ledger.Position(position).OpenOn(side) += change;

    private FeeTier FeeOf(int position) => _fees[ledger.Account(ledger.Position(position).Account).FeeTier];

    private void Touch(int taker, int maker)
    {
        // One taker meets many makers.
        if (_lastTaker != taker)
        {
            _touched.Add(taker);
            _lastTaker = taker;
        }

        _touched.Add(maker);
    }
}
