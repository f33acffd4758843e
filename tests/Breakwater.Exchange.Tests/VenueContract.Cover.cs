using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

public abstract partial class VenueContract
{
    /// <summary>5 % of maintenance margin, a hundredth each for liquidators and fund, as Drift has it.</summary>
    private static VenueRules Keepers { get; } =
        OneRate(Rate.FromFraction(5, 100), Leverage.FromMultiple(10)) with
        {
            Liquidation = new LiquidationRules
            {
                Ladder = LadderKind.CoverShortage,
                ClearanceFee = Rate.FromFraction(1, 100),
                LiquidatorFee = Rational.Parse("0.01"),
                OrderLimitedAtBankruptcyPrice = false,
            },
            Deleveraging = new DeleveragingRules(
                DeleveragingTrigger.Never,
                DeleveragingRanking.OrderGiven,
                DeleveragingPrice.Mark
            ),
        };

    // 0.02 are short, and a lot of a thousandth frees 1.42. The liquidator pays 46,894.8 for it and sells at the mark.
    [Fact]
    public void Liquidators_take_the_least_that_covers_a_shortage() =>
        Specify(
            Keepers,
            """
            open alice isolated
            deposit alice 5000
            mark BTC 50000
            trade alice buys 1 BTC from outside at 50000 10x
            ------
            mark BTC 47368.5
            mark BTC 47368.4 => alice liquidatable: 1 BTC equity 2368.4 below 2368.42
                             => alice changes by -0.001 BTC at 47368.4 realised -2.6316
                             => alice order: 0.001 BTC fills at 47368.4
                             => alice pays liquidator 0.4736
                             => alice pays fund 0.473684
            show alice BTC   => 0.999 BTC cost 49950 margin 4996.421116 owes 0 equity 2367.452716 maintenance 2366.05158
            """
        );

    // 0.02 and the buffer's 947.368 are short, and a lot frees 2.36842: 401 of them.
    [Fact]
    public void Liquidators_take_what_restores_the_buffer_too() =>
        Specify(
            Keepers with
            {
                Liquidation = Keepers.Liquidation with { MarginBuffer = Rational.Parse("0.02") },
            },
            """
            open alice isolated
            deposit alice 5000
            mark BTC 50000
            trade alice buys 1 BTC from outside at 50000 10x
            ------
            mark BTC 47368.5
            mark BTC 47368.4 => alice liquidatable: 1 BTC equity 2368.4 below 2368.42
                             => alice changes by -0.401 BTC at 47368.4 realised -1055.2716
                             => alice order: 0.401 BTC fills at 47368.4
                             => alice pays liquidator 189.9136
                             => alice pays fund 189.947284
            show alice BTC   => 0.599 BTC cost 29950 margin 3564.867516 owes 0 equity 1988.539116 maintenance 1418.68358
            """
        );

    // The market pays 46,894.7: whoever gave 46,894.8 for it would lose.
    [Fact]
    public void Where_the_market_pays_less_than_liquidators_give_nobody_comes() =>
        Specify(
            Keepers,
            """
            open alice isolated
            deposit alice 5000
            mark BTC 50000
            trade alice buys 1 BTC from outside at 50000 10x
            ------
            mark BTC 47368.4 => alice liquidatable: 1 BTC equity 2368.4 below 2368.42
            mark BTC 47368.4 => alice liquidatable: 1 BTC equity 2368.4 below 2368.42
            """,
            OnePercentWorse
        );

    // Five per cent are asked and five go in fees: no part restores the margin, and all of it goes.
    [Fact]
    public void Where_fees_take_more_than_is_freed_liquidators_take_all() =>
        Specify(
            Keepers with
            {
                Liquidation = Keepers.Liquidation with { LiquidatorFee = Rational.Parse("0.04") },
            },
            """
            open alice isolated
            deposit alice 5000
            mark BTC 50000
            trade alice buys 1 BTC from outside at 50000 10x
            ------
            mark BTC 47368.4 => alice liquidatable: 1 BTC equity 2368.4 below 2368.42
                             => alice changes by -1 BTC at 47368.4 realised -2631.6
                             => alice order: 1 BTC fills at 47368.4
                             => alice pays liquidator 1894.7
                             => alice pays fund 473.684
                             => alice margin moves -0.016
            """
        );
}
