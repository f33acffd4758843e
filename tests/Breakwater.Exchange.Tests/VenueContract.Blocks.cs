using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

public abstract partial class VenueContract
{
    /// <summary>1 % of maintenance margin, half a per cent of the proceeds at most to the fund, and no more spread than 1.5 times the margin, as dYdX has it.</summary>
    private static VenueRules Chain { get; } =
        OneRate(Rate.FromFraction(1, 100), Leverage.FromMultiple(50)) with
        {
            Liquidation = new LiquidationRules
            {
                Ladder = LadderKind.BlockLimits,
                ClearanceFee = Rate.Zero,
                OrderLimitedAtBankruptcyPrice = false,
                Block = new BlockRules
                {
                    SurplusFee = Rational.Parse("0.005"),
                    SpreadToMaintenance = Rational.Parse("1.5"),
                },
            },
            Deleveraging = new DeleveragingRules(
                DeleveragingTrigger.NegativeEquity,
                DeleveragingRanking.OrderGiven,
                DeleveragingPrice.Bankruptcy
            ),
        };

    // The bankruptcy price is 49,000, 494.9 below the fill; half a per cent of 49,494.9 is less than that.
    [Fact]
    public void Of_what_a_fill_brings_beyond_the_bankruptcy_price_the_fund_has_its_share() =>
        Specify(
            Chain,
            """
            open alice isolated
            deposit alice 1000
            mark BTC 50000
            trade alice buys 1 BTC from outside at 50000 50x
            ------
            mark BTC 49495
            mark BTC 49494.9 => alice liquidatable: 1 BTC equity 494.9 below 494.949
                             => alice changes by -1 BTC at 49494.9 realised -505.1
                             => alice order: 1 BTC fills at 49494.9
                             => alice pays fund 247.4745
                             => alice margin moves -247.4255
            """
        );

    // At 49,494.9 nearly all margin is there, so that the order asks for the mark. At 49,100 four fifths of it are gone: the
    // spread is 586.5, the market 491 away, and the fund pays what lies below 49,000.
    [Fact]
    public void The_price_of_an_order_falls_with_the_account_until_it_fills() =>
        Specify(
            Chain,
            """
            open alice isolated
            deposit alice 1000
            deposit fund 1000
            mark BTC 50000
            trade alice buys 1 BTC from outside at 50000 50x
            ------
            mark BTC 49494.9 => alice liquidatable: 1 BTC equity 494.9 below 494.949
            at 1s
            mark BTC 49100   => alice liquidatable: 1 BTC equity 100 below 491
                             => alice changes by -1 BTC at 48609 realised -1391
                             => alice order: 1 BTC fills at 48609
                             => fund pays alice 391
            """,
            OnePercentWorse
        );

    // With 100 in the fund no fill below 48,900 is taken. Who owes money then is closed at 49,000 against somebody.
    [Fact]
    public void Where_the_fund_cannot_pay_the_account_waits_until_it_owes_and_is_deleveraged() =>
        Specify(
            Chain,
            """
            open alice isolated
            open bob isolated
            deposit alice 1000
            deposit bob 1000
            deposit fund 100
            mark BTC 50000
            trade alice buys 1 BTC from bob at 50000 50x
            ------
            mark BTC 49100 => alice liquidatable: 1 BTC equity 100 below 491
            at 1s
            mark BTC 48900 => alice liquidatable: 1 BTC equity -100 below 489
                           => bob changes by 1 BTC at 49000 realised 1000
                           => alice changes by -1 BTC at 49000 realised -1000
                           => bob deleveraged by 1 BTC at 49000 against alice realised 1000
                           => bob margin moves -2000
            show fund      => equity 100
            """,
            OnePercentWorse
        );

    // A second mark of the same time finds the position taken.
    [Fact]
    public void A_block_takes_a_share_of_a_position_and_the_next_block_a_share_of_the_rest() =>
        Specify(
            Chain with
            {
                Liquidation = Chain.Liquidation with { Block = new BlockRules { MaxShare = Rate.FromFraction(1, 5) } },
            },
            """
            open alice isolated
            deposit alice 1000
            mark BTC 50000
            trade alice buys 1 BTC from outside at 50000 50x
            ------
            mark BTC 49100 => alice liquidatable: 1 BTC equity 100 below 491
                           => alice changes by -0.2 BTC at 49100 realised -180
                           => alice order: 0.2 BTC fills at 49100
            mark BTC 49099
            at 1s
            mark BTC 49100 => alice liquidatable: 0.8 BTC equity 100 below 392.8
                           => alice changes by -0.16 BTC at 49100 realised -144
                           => alice order: 0.16 BTC fills at 49100
            """
        );

    // 20,000 of notional are 0.407 BTC at 49,100; behind them stand 40.7 of the 100, and half a per cent would be 99.9.
    [Fact]
    public void An_account_has_its_own_limits_in_a_block() =>
        Specify(
            Chain with
            {
                Liquidation = Chain.Liquidation with
                {
                    Block = Chain.Liquidation.Block! with { MaxAccountNotional = Money.FromMinorUnits(20_000_000_000) },
                },
            },
            """
            open alice isolated
            deposit alice 1000
            mark BTC 50000
            trade alice buys 1 BTC from outside at 50000 50x
            ------
            mark BTC 49100 => alice liquidatable: 1 BTC equity 100 below 491
                           => alice changes by -0.407 BTC at 49100 realised -366.3
                           => alice order: 0.407 BTC fills at 49100
                           => alice pays fund 40.7
            """
        );

    private static VenueRules OneRate(Rate maintenance, Leverage highest) =>
        WorkedVenues.Binance with
        {
            Instruments =
            [
                WorkedVenues.Binance.Instruments[0] with
                {
                    Margin = MarginSchedule.FromBrackets([(Money.Zero, maintenance, highest)]),
                },
            ],
        };
}
