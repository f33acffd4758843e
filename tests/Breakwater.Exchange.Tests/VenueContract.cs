using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

/// <summary>What a venue does, in worked examples. Each number follows by hand from docs/models.</summary>
public abstract partial class VenueContract
{
    private static readonly Limits Enough = new(Accounts: 16, Positions: 32);

    /// <summary>Where no slippage is stated, orders fill at the mark.</summary>
    private static ILiquidity AtTheMark => new MarkLessSlippage(Rate.Zero);

    private static ILiquidity OnePercentWorse => new MarkLessSlippage(Rate.FromFraction(1, 100));

    /// <summary>Coins A and B, whose lots lose a millionth a tick: roundings show.</summary>
    private static VenueRules Coins(Rate maintenance) =>
        WorkedVenues.Binance with
        {
            Instruments = [Coin(0, "A", maintenance), Coin(1, "B", maintenance)],
        };

    private static InstrumentRules Coin(int id, string symbol, Rate maintenance) =>
        new(
            new Instrument(new InstrumentId(id), symbol, Currency.Usdt, tickSize: 0.000001m, lotSize: 1),
            MarginSchedule.FromBrackets([(Money.Zero, maintenance, Leverage.FromMultiple(1))])
        );

    private protected abstract IVenue Make(VenueRules rules, ILiquidity liquidity, Limits limits, EventLog log);

    private void Specify(VenueRules rules, string table, ILiquidity? liquidity = null, Limits? limits = null)
    {
        var spec = new VenueTable(rules, log => Make(rules, liquidity ?? AtTheMark, limits ?? Enough, log));

        Assert.Equal(VenueTable.Normalise(table), spec.Run(table));
    }
}
