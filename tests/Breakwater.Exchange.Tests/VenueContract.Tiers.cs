using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

public abstract partial class VenueContract
{
    /// <summary>One rate for the whole position by its size, as OKX has it: 1 % up to 10 BTC, 2 % up to 20, 3 % above.</summary>
    private static VenueRules WholePositions { get; } =
        Tiered(
            MarginSchedule.ForWholePositions([
                (Quantity.Zero, Rate.FromFraction(1, 100), Leverage.FromMultiple(50)),
                (Quantity.FromLots(10_000), Rate.FromFraction(2, 100), Leverage.FromMultiple(25)),
                (Quantity.FromLots(20_000), Rate.FromFraction(3, 100), Leverage.FromMultiple(15)),
            ]),
            LadderKind.TwoTiersDown
        );

    /// <summary>Marginal by notional, as Bybit has it: 1 % up to 500,000, 2 % up to a million, 3 % above.</summary>
    private static VenueRules MarginalTiers { get; } =
        Tiered(
            MarginSchedule.FromBrackets([
                (Money.Zero, Rate.FromFraction(1, 100), Leverage.FromMultiple(50)),
                (Money.FromMinorUnits(500_000_000_000), Rate.FromFraction(2, 100), Leverage.FromMultiple(25)),
                (Money.FromMinorUnits(1_000_000_000_000), Rate.FromFraction(3, 100), Leverage.FromMultiple(15)),
            ]),
            LadderKind.TierByTier
        );

    // 25 BTC ask 3 %; two tiers down are 10 BTC, which ask 1 %.
    [Fact]
    public void From_the_third_tier_on_an_order_goes_two_tiers_down() =>
        Specify(
            WholePositions,
            """
            open alice isolated
            deposit alice 40000
            mark BTC 50000
            adopt alice 25 BTC entry 50000 margin 40000 15x
            ------
            mark BTC 49897
            mark BTC 49896 => alice liquidatable: 25 BTC equity 37400 below 37422
                           => alice changes by -15 BTC at 49896 realised -1560
                           => alice order: 15 BTC fills at 49896
            show alice BTC => 10 BTC cost 500000 margin 38440 owes 0 equity 37400 maintenance 4989.6
            """
        );

    // 20 BTC are in the second tier still: there is none two below it. At 49,950 equity is what they ask, to the unit.
    [Fact]
    public void At_a_limit_a_position_is_in_the_tier_below_and_at_equality_it_is_taken_over() =>
        Specify(
            WholePositions,
            """
            open alice isolated
            deposit alice 20980
            mark BTC 50000
            adopt alice 20 BTC entry 50000 margin 20980 25x
            ------
            mark BTC 49950.1
            mark BTC 49950 => alice liquidatable: 20 BTC equity 19980 below 19980
                           => fund takes 20 BTC from alice at 48951
                           => alice changes by -20 BTC at 48951 realised -20980
                           => fund changes by 20 BTC at 48951 realised 0
            """
        );

    // 25 BTC ask 49,896 x 25 x 3 % = 37,422, and at the rate of the lowest tier 12,474: with less there is no order.
    [Fact]
    public void Below_what_the_lowest_tier_asks_a_position_is_taken_over_at_once() =>
        Specify(
            WholePositions,
            """
            open alice isolated
            deposit alice 40000
            mark BTC 50000
            adopt alice 25 BTC entry 50000 margin 40000 15x
            ------
            mark BTC 48880 => alice liquidatable: 25 BTC equity 12000 below 36660
                           => fund takes 25 BTC from alice at 48400
                           => alice changes by -25 BTC at 48400 realised -40000
                           => fund changes by 25 BTC at 48400 realised 0
            """
        );

    // 30 BTC ask 1,497,000 x 3 % - 15,000. What exceeds a million is 9.95992 BTC: in whole lots 9.96.
    [Fact]
    public void Above_the_lowest_tier_an_order_goes_down_to_the_limit_of_the_next() =>
        Specify(
            MarginalTiers,
            """
            open alice isolated
            deposit alice 32000
            mark BTC 50000
            adopt alice 30 BTC entry 50000 margin 32000 15x
            ------
            mark BTC 49900 => alice liquidatable: 30 BTC equity 29000 below 29910
                           => alice changes by -9.96 BTC at 49900 realised -996
                           => alice order: 9.96 BTC fills at 49900
            show alice BTC => 20.04 BTC cost 1002000 margin 31004 owes 0 equity 29000 maintenance 14999.92
            """
        );

    // Her bankruptcy price is 48,933.4; the market pays a tenth less than the mark.
    [Fact]
    public void Where_nobody_takes_the_order_at_the_bankruptcy_price_all_is_taken_over() =>
        Specify(
            MarginalTiers,
            """
            open alice isolated
            deposit alice 32000
            mark BTC 50000
            adopt alice 30 BTC entry 50000 margin 32000 15x
            ------
            mark BTC 49900 => alice liquidatable: 30 BTC equity 29000 below 29910
                           => fund takes 30 BTC from alice at 48933.4
                           => alice changes by -30 BTC at 48933.4 realised -31998
                           => fund changes by 30 BTC at 48933.4 realised 0
                           => alice pays fund 2
            """,
            new MarkLessSlippage(Rate.FromFraction(1, 10))
        );

    // 1,000 of 100x at 50,000 and the fee to close at 49,500: 0.1 % of that is 49.5. In isolation the fee is nobody's business.
    [Fact]
    public void A_reserved_fee_is_asked_for_under_cross_margin_only() =>
        Specify(
            MarginalTiers with
            {
                Instruments = [MarginalTiers.Instruments[0] with { ReservedFee = Rate.FromFraction(1, 1000) }],
            },
            """
            open alice isolated
            open bob cross
            deposit alice 1000
            deposit bob 1000
            mark BTC 50000
            adopt alice 1 BTC entry 50000 margin 1000 50x
            adopt bob 1 BTC entry 50000 margin 0 50x
            ------
            show alice BTC => 1 BTC cost 50000 margin 1000 owes 0 equity 1000 maintenance 500
            show bob BTC   => 1 BTC cost 50000 margin 0 owes 0 equity 1000 maintenance 549
            """
        );

    // The fund has 1,000 and would have 500 left at the mark: it has lost half of its peak. It can pay what alice cannot.
    [Fact]
    public void A_fund_that_lost_its_share_of_the_peak_closes_winners_at_the_mark() =>
        Specify(
            DrawdownAt(DeleveragingPrice.Mark),
            """
            open alice isolated
            open bob isolated
            deposit alice 1000
            deposit bob 1000
            deposit fund 1000
            mark BTC 50000
            trade alice buys 1 BTC from bob at 50000 50x
            ------
            mark BTC 48500 => alice liquidatable: 1 BTC equity -500 below 485
                           => bob changes by 1 BTC at 48500 realised 1500
                           => alice changes by -1 BTC at 48500 realised -1500
                           => bob deleveraged by 1 BTC at 48500 against alice realised 1500
                           => bob margin moves -2500
                           => fund pays alice 500
            show fund      => equity 500
            """
        );

    // 49,000 is 500 ticks of a hundred from 48,500, about 1 %: near enough.
    [Fact]
    public void Near_the_mark_winners_are_closed_at_the_bankruptcy_price() =>
        Specify(
            DrawdownAt(DeleveragingPrice.BankruptcyNearMark),
            """
            open alice isolated
            open bob isolated
            deposit alice 1000
            deposit bob 1000
            deposit fund 1000
            mark BTC 50000
            trade alice buys 1 BTC from bob at 50000 50x
            ------
            mark BTC 48500 => alice liquidatable: 1 BTC equity -500 below 485
                           => bob changes by 1 BTC at 49000 realised 1000
                           => alice changes by -1 BTC at 49000 realised -1000
                           => bob deleveraged by 1 BTC at 49000 against alice realised 1000
                           => bob margin moves -2000
            """
        );

    // 1,500 of the 2,000 were taken out two minutes ago: the peak of the last minute is 500, of which nothing is lost.
    [Fact]
    public void A_peak_is_forgotten_after_the_window() =>
        Specify(
            DrawdownAt(DeleveragingPrice.Mark),
            """
            open alice isolated
            open bob isolated
            deposit alice 1000
            deposit bob 1000
            deposit fund 2000
            mark BTC 50000
            trade alice buys 1 BTC from bob at 50000 50x
            withdraw fund 1500
            at 120s
            mark BTC 49800
            ------
            mark BTC 49400 => alice liquidatable: 1 BTC equity 400 below 494
                           => fund takes 1 BTC from alice at 49000
                           => alice changes by -1 BTC at 49000 realised -1000
                           => fund changes by 1 BTC at 49000 realised 0
            """
        );

    private static VenueRules DrawdownAt(DeleveragingPrice price) =>
        MarginalTiers with
        {
            Liquidation = MarginalTiers.Liquidation with { Ladder = LadderKind.TakeOver },
            Deleveraging = new DeleveragingRules(
                DeleveragingTrigger.FundDrawdown,
                DeleveragingRanking.ProfitTimesLeverage,
                price
            )
            {
                Drawdown = Rate.FromFraction(3, 10),
                DrawdownWindow = Duration.FromMinutes(1),
            },
        };

    private static VenueRules Tiered(MarginSchedule schedule, LadderKind ladder) =>
        WorkedVenues.Binance with
        {
            Instruments = [WorkedVenues.Binance.Instruments[0] with { Margin = schedule, LiquidatesAtEquality = true }],
            Liquidation = new LiquidationRules
            {
                Ladder = ladder,
                ClearanceFee = Rate.Zero,
                OrderLimitedAtBankruptcyPrice = true,
            },
        };
}
