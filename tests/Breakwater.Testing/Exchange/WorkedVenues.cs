using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Testing;

/// <summary>Two rule sets with real numbers, for examples that can be checked by hand.</summary>
public static class WorkedVenues
{
    /// <summary>
    /// Binance USD-M as of October 2025, the first six brackets. Fee 1.25 %, orders limited at the bankruptcy price, winners
    /// closed there when the fund is exhausted.
    /// </summary>
    public static VenueRules Binance { get; } =
        new(
            "Binance USD-M",
            Currency.Usdt,
            [
                new InstrumentRules(
                    new Instrument(new InstrumentId(0), "BTC", Currency.Usdt, tickSize: 0.1m, lotSize: 0.001m),
                    Brackets(
                        (0, 0.004m, 150),
                        (300_000, 0.005m, 100),
                        (800_000, 0.0065m, 75),
                        (3_000_000, 0.01m, 50),
                        (12_000_000, 0.02m, 25),
                        (70_000_000, 0.025m, 20)
                    )
                ),
                new InstrumentRules(
                    new Instrument(new InstrumentId(1), "ETH", Currency.Usdt, tickSize: 0.01m, lotSize: 0.001m),
                    Brackets((0, 0.004m, 150), (300_000, 0.005m, 100), (800_000, 0.0065m, 75))
                ),
            ],
            new LiquidationRules { ClearanceFee = Rate.FromDecimal(0.0125m), OrderLimitedAtBankruptcyPrice = true },
            new DeleveragingRules(
                DeleveragingTrigger.FundExhausted,
                DeleveragingRanking.ProfitTimesMarginRatio,
                DeleveragingPrice.Bankruptcy
            ),
            new FundRules("insurance fund", PaysDeficits: true)
        );

    /// <summary>
    /// Hyperliquid as of October 2025. No fee; a fifth first above 100,000, then 30 s of whole orders; the vault takes over
    /// below two thirds; winners closed at the previous mark on negative equity.
    /// </summary>
    public static VenueRules Hyperliquid { get; } =
        new(
            "Hyperliquid",
            Currency.Usdc,
            [
                new InstrumentRules(
                    new Instrument(new InstrumentId(0), "BTC", Currency.Usdc, tickSize: 1, lotSize: 0.00001m),
                    Brackets((0, 0.0125m, 40), (150_000_000, 0.025m, 20))
                ),
                new InstrumentRules(
                    new Instrument(new InstrumentId(1), "ETH", Currency.Usdc, tickSize: 0.1m, lotSize: 0.0001m),
                    MarginSchedule.FromBrackets([
                        (Money.Zero, Rate.FromFraction(1, 50), Leverage.FromMultiple(25)),
                        (Units(100_000_000), Rate.FromFraction(1, 30), Leverage.FromMultiple(15)),
                    ])
                ),
            ],
            new LiquidationRules
            {
                ClearanceFee = Rate.Zero,
                OrderLimitedAtBankruptcyPrice = false,
                PartialShare = Rate.FromFraction(1, 5),
                PartialAbove = Units(100_000),
                PartialCooldown = Duration.FromSeconds(30),
                TakeOverBelow = Rate.FromFraction(2, 3),
            },
            new DeleveragingRules(
                DeleveragingTrigger.NegativeEquity,
                DeleveragingRanking.PriceMoveTimesLeverage,
                DeleveragingPrice.PreviousMark
            ),
            new FundRules("liquidator vault", PaysDeficits: false)
        );

    private static Money Units(long units) => Money.FromMinorUnits(units * 1_000_000);

    private static MarginSchedule Brackets(params (long Floor, decimal Rate, int MaxLeverage)[] brackets) =>
        MarginSchedule.FromBrackets([
            .. brackets.Select(b => (Units(b.Floor), Rate.FromDecimal(b.Rate), Leverage.FromMultiple(b.MaxLeverage))),
        ]);
}
