using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

public abstract partial class VenueContract
{
    /// <summary>1 % of maintenance and 2 % of initial margin, and 0.005 % more for each coin, as Deribit has it.</summary>
    private static VenueRules InSize { get; } =
        WorkedVenues.Binance with
        {
            Instruments =
            [
                WorkedVenues.Binance.Instruments[0] with
                {
                    Margin = MarginSchedule.LinearInSize(
                        new LinearInSizeRates(
                            Rational.Parse("0.02"),
                            Rational.Parse("0.01"),
                            Rational.Parse("0.00000005")
                        )
                    ),
                },
            ],
            Liquidation = new LiquidationRules
            {
                Ladder = LadderKind.Slices,
                PartialShare = Rate.FromFraction(1, 8),
                ClearanceFee = Rate.Zero,
                OrderLimitedAtBankruptcyPrice = false,
            },
        };

    // 100 BTC ask 1.5 %; the 87.5 that an eighth leaves ask 1.4375 %, and that is there.
    [Fact]
    public void A_rate_that_rises_with_the_size_falls_with_each_slice() =>
        Specify(
            InSize,
            """
            open alice isolated
            deposit alice 125000
            mark BTC 50000
            trade alice buys 100 BTC from outside at 50000 41x => alice rejected: LeverageAboveLimit
            trade alice buys 100 BTC from outside at 50000 40x
            ------
            show alice BTC   => 100 BTC cost 5000000 margin 125000 owes 0 equity 125000 maintenance 75000
            mark BTC 49492.4
            mark BTC 49492.3 => alice liquidatable: 100 BTC equity 74230 below 74238.45
                             => alice changes by -12.5 BTC at 49492.3 realised -6346.25
                             => alice order: 12.5 BTC fills at 49492.3
            show alice BTC   => 87.5 BTC cost 4375000 margin 118653.75 owes 0 equity 74230 maintenance 62252.033594
            """
        );
}
