using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Exchange.Tests;

/// <summary>Rule sets of small venues with books.</summary>
internal static class BookVenues
{
    private static readonly FeeTier[] s_fees =
    [
        new FeeTier(Rate.FromFraction(2, 10_000), Rate.FromFraction(5, 10_000)),
        new FeeTier(Rate.FromFraction(-1, 10_000), Rate.FromFraction(3, 10_000)),
    ];

    /// <summary>Two instruments, ladder, trigger, ranking and price at random.</summary>
    public static VenueRules Draw(ref DrawStream draws) =>
        Of(
            new LiquidationRules
            {
                ClearanceFee = Rate.FromFraction((long)draws.NextBelow(3), 200),
                OrderLimitedAtBankruptcyPrice = draws.NextBernoulli(0.5),
                PartialShare = draws.NextBernoulli(0.5) ? Rate.FromFraction(1, 5) : Rate.One,
                PartialAbove = Money.FromMinorUnits(200_000),
                PartialCooldown = Duration.FromSeconds(30),
                TakeOverBelow = draws.NextBernoulli(0.5) ? Rate.FromFraction(2, 3) : Rate.Zero,
            },
            new DeleveragingRules(
                (DeleveragingTrigger)draws.NextBelow(2),
                (DeleveragingRanking)draws.NextBelow(2),
                (DeleveragingPrice)draws.NextBelow(2)
            ),
            paysDeficits: draws.NextBernoulli(0.5),
            new BookRules
            {
                Band = Rate.FromFraction(1, 10),
                PriceStep = draws.NextBernoulli(0.5) ? 1 : 5,
                QuantityStep = draws.NextBernoulli(0.7) ? 1 : 2,
                MinNotional = Money.FromMinorUnits(draws.NextBernoulli(0.5) ? 0 : 40_000),
            }
        );

    /// <summary>Liquidations send an order at the bankruptcy price and pay 0.5 % of what it fills; the fund takes the rest.</summary>
    public static VenueRules Ordinary(BookRules books) =>
        Of(
            new LiquidationRules { ClearanceFee = Rate.FromFraction(1, 200), OrderLimitedAtBankruptcyPrice = true },
            new DeleveragingRules(
                DeleveragingTrigger.FundExhausted,
                DeleveragingRanking.ProfitTimesMarginRatio,
                DeleveragingPrice.Bankruptcy
            ),
            paysDeficits: true,
            books
        );

    private static VenueRules Of(
        LiquidationRules liquidation,
        DeleveragingRules deleveraging,
        bool paysDeficits,
        BookRules books
    )
    {
        var schedule = MarginSchedule.FromBrackets([
            (Money.Zero, Rate.FromFraction(1, 100), Leverage.FromMultiple(50)),
            (Money.FromMinorUnits(1_000_000), Rate.FromFraction(1, 40), Leverage.FromMultiple(20)),
        ]);
        return new VenueRules(
            "books",
            Currency.Usdt,
            [Listed(0, "A", schedule), Listed(1, "B", schedule)],
            liquidation,
            deleveraging,
            new FundRules("fund", paysDeficits)
        )
        {
            Trading = new TradingRules([books, books], s_fees),
        };
    }

    private static InstrumentRules Listed(int index, string symbol, MarginSchedule schedule) =>
        new(new Instrument(new InstrumentId(index), symbol, Currency.Usdt, 0.001m, 0.01m), schedule);
}
