using Breakwater.Domain;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab.Tests;

/// <summary>Each measure of open interest and of what was forced on numbers that one can work out in one's head.</summary>
public sealed class FlowMeasureTests
{
    [Fact]
    public void Open_interest_is_added_up_over_perpetual_venues()
    {
        RecordedVenue perp = HandMade.Venue("perp", "BTC");
        RecordedVenue other = HandMade.Venue("other", "ETH", "BTC");
        RecordedVenue spot = HandMade.Venue("coin-spot", "BTC");
        perp.Paths[0].OpenInterest[15] = 30;
        other.Paths[1].OpenInterest[15] = 45;
        spot.Paths[0].OpenInterest[15] = 0;

        Assert.Equal(
            -0.25,
            MeasuredBy.Value(
                HandMade.Observable(ObservableMeasure.OpenInterestChange, Observable.All),
                perp,
                other,
                spot
            ),
            1e-12
        );
    }

    [Fact]
    public void Forced_is_by_order_take_over_and_deleveraging_of_the_loser()
    {
        RecordedVenue perp = HandMade.Venue("perp", "BTC", "ETH");
        perp.Flow(2, "BTC", FlowKind.Liquidated, 100);
        perp.Flow(3, "BTC", FlowKind.TakenOver, 20, isLong: false);
        perp.Flow(7, "BTC", FlowKind.DeleveragedAway, 3);
        perp.Flow(7, "BTC", FlowKind.Deleveraged, 1000);
        perp.Flow(7, "BTC", FlowKind.Unwound, 1000);
        perp.Flow(7, "ETH", FlowKind.Liquidated, 1000);
        perp.Flow(1, "BTC", FlowKind.Liquidated, 1000);
        perp.Flow(8, "BTC", FlowKind.Liquidated, 1000);

        Assert.Equal(123, MeasuredBy.Value(HandMade.Observable(ObservableMeasure.Forced), perp));
    }

    [Fact]
    public void The_largest_minute_is_taken_over_all_venues_together()
    {
        RecordedVenue perp = HandMade.Venue("perp", "BTC");
        RecordedVenue other = HandMade.Venue("other", "BTC");
        perp.Flow(3, "BTC", FlowKind.Liquidated, 30);
        other.Flow(3, "BTC", FlowKind.Liquidated, 20);
        perp.Flow(4, "BTC", FlowKind.Liquidated, 40);
        other.Flow(6, "BTC", FlowKind.Liquidated, 10);

        Assert.Equal(
            0.5,
            MeasuredBy.Value(
                HandMade.Observable(ObservableMeasure.PeakMinuteShare, Observable.All, Observable.All),
                perp,
                other
            ),
            1e-12
        );
    }

    [Fact]
    public void A_share_of_the_run_has_the_whole_run_below_it()
    {
        RecordedVenue perp = HandMade.Venue("perp", "BTC");
        perp.Flow(0, "BTC", FlowKind.Liquidated, 10);
        perp.Flow(5, "BTC", FlowKind.Liquidated, 30);

        Assert.Equal(0.75, MeasuredBy.Value(HandMade.Observable(ObservableMeasure.ShareOfRun), perp), 1e-12);
    }

    [Fact]
    public void The_share_of_longs_counts_both_sides_below()
    {
        RecordedVenue perp = HandMade.Venue("perp", "BTC");
        perp.Flow(5, "BTC", FlowKind.Liquidated, 30);
        perp.Flow(5, "BTC", FlowKind.TakenOver, 10, isLong: false);

        Assert.Equal(0.75, MeasuredBy.Value(HandMade.Observable(ObservableMeasure.LongShare), perp), 1e-12);
    }

    [Fact]
    public void Shares_of_nothing_are_not_shown() =>
        Assert.Equal(
            "nobody was forced out",
            MeasuredBy.Reason(HandMade.Observable(ObservableMeasure.LongShare), HandMade.Venue("perp", "BTC"))
        );

    [Fact]
    public void A_coin_s_share_is_taken_among_the_named_coins_alone()
    {
        RecordedVenue perp = HandMade.Venue("perp", "BTC", "ETH", "SOL");
        perp.Flow(5, "BTC", FlowKind.Liquidated, 30);
        perp.Flow(5, "ETH", FlowKind.Liquidated, 10);
        perp.Flow(5, "SOL", FlowKind.Liquidated, 1000);

        Assert.Equal(
            0.25,
            MeasuredBy.Value(
                HandMade.Observable(ObservableMeasure.CoinShare, coin: "ETH") with
                {
                    Among = ["BTC", "ETH"],
                },
                perp
            ),
            1e-12
        );
    }

    [Fact]
    public void The_deleveraged_share_has_take_overs_beside_it()
    {
        RecordedVenue perp = HandMade.Venue("perp", "BTC", "ETH");
        perp.Flow(5, "BTC", FlowKind.Deleveraged, 30, isLong: false);
        perp.Flow(5, "ETH", FlowKind.TakenOver, 10);
        perp.Flow(5, "ETH", FlowKind.Liquidated, 1000);

        Assert.Equal(
            0.75,
            MeasuredBy.Value(HandMade.Observable(ObservableMeasure.DeleveragedShare, coin: Observable.All), perp),
            1e-12
        );
    }

    [Fact]
    public void A_coin_s_share_of_the_deleveraged_counts_winners()
    {
        RecordedVenue perp = HandMade.Venue("perp", "BTC", "ETH");
        perp.Flow(5, "BTC", FlowKind.Deleveraged, 30, isLong: false);
        perp.Flow(5, "ETH", FlowKind.Deleveraged, 10, isLong: false);
        perp.Flow(5, "ETH", FlowKind.DeleveragedAway, 500);

        Assert.Equal(
            0.75,
            MeasuredBy.Value(
                HandMade.Observable(ObservableMeasure.DeleveragedCoinShare) with
                {
                    Among = ["BTC", "ETH"],
                },
                perp
            ),
            1e-12
        );
    }

    [Fact]
    public void Profit_counts_fills_and_bad_debt_dollars()
    {
        var minutes = new DeleveragingMinute[10];
        minutes[1] = new DeleveragingMinute(1000, 0, HandMade.Usd(1000));
        minutes[3] = new DeleveragingMinute(3, 3, HandMade.Usd(1));
        minutes[7] = new DeleveragingMinute(1, 0, HandMade.Usd(2));
        RecordedVenue perp = HandMade.Venue("perp", "BTC") with { Deleveraging = minutes };
        perp.Flow(3, "BTC", FlowKind.Deleveraged, 60, isLong: false);

        Assert.Equal(0.75, MeasuredBy.Value(HandMade.Observable(ObservableMeasure.DeleveragedInProfit), perp), 1e-12);
        Assert.Equal(
            0.05,
            MeasuredBy.Value(HandMade.Observable(ObservableMeasure.BadDebtOverDeleveraged), perp),
            1e-12
        );
    }

    [Fact]
    public void Where_nobody_was_deleveraged_neither_is_shown()
    {
        RecordedVenue perp = HandMade.Venue("perp", "BTC");
        Assert.Equal(
            "nobody was deleveraged",
            MeasuredBy.Reason(HandMade.Observable(ObservableMeasure.DeleveragedInProfit), perp)
        );
        Assert.Equal(
            "nobody was deleveraged",
            MeasuredBy.Reason(HandMade.Observable(ObservableMeasure.BadDebtOverDeleveraged), perp)
        );
    }

    [Fact]
    public void The_fund_s_fall_is_the_venue_s() =>
        Assert.Equal(
            170,
            MeasuredBy.Value(
                HandMade.Observable(ObservableMeasure.FundFall, coin: Observable.All),
                HandMade.Venue("perp", "BTC") with
                {
                    FundFall = 170,
                }
            )
        );
}
