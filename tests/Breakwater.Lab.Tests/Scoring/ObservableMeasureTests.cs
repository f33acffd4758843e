using Breakwater.Domain;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab.Tests;

/// <summary>Each measure on numbers that one can work out in one's head. The window is minutes 2 to 8: samples 4 to 15.</summary>
public sealed class ObservableMeasureTests
{
    [Fact]
    public void A_fall_is_from_the_first_price_of_the_window_to_its_lowest()
    {
        RecordedVenue perp = HandMade.Venue("perp", "BTC");
        perp.Paths[0].Middle[3] = 10; // before the window
        perp.Paths[0].Middle[4] = 200;
        perp.Paths[0].Middle[9] = 80;
        perp.Paths[0].Middle[16] = 1; // after it

        Assert.Equal(-0.6, Value(HandMade.Observable(ObservableMeasure.Fall), perp), 1e-12);
    }

    [Fact]
    public void The_time_of_the_low_is_in_minutes_after_the_window_s_start()
    {
        RecordedVenue perp = HandMade.Venue("perp", "BTC");
        perp.Paths[0].Middle[9] = 80;
        perp.Paths[0].Middle[12] = 80; // of equal lows the first

        Assert.Equal(2.5, Value(HandMade.Observable(ObservableMeasure.LowTime), perp), 1e-12);
    }

    [Fact]
    public void A_rebound_is_what_the_last_price_of_the_window_has_won_back()
    {
        RecordedVenue perp = HandMade.Venue("perp", "BTC");
        perp.Paths[0].Middle[9] = 80;
        perp.Paths[0].Middle[15] = 95;
        perp.Paths[0].Middle[16] = 100;

        Assert.Equal(0.75, Value(HandMade.Observable(ObservableMeasure.Rebound), perp), 1e-12);
    }

    [Fact]
    public void A_rebound_without_a_fall_is_not_shown() =>
        Assert.Equal(
            "the price did not fall",
            Reason(HandMade.Observable(ObservableMeasure.Rebound), HandMade.Venue("perp", "BTC"))
        );

    [Fact]
    public void A_fall_ratio_sets_one_coin_against_another()
    {
        RecordedVenue perp = HandMade.Venue("perp", "BTC", "ETH");
        perp.Paths[0].Middle[8] = 90;
        perp.Paths[1].Middle[10] = 85;

        Assert.Equal(
            1.5,
            Value(HandMade.Observable(ObservableMeasure.FallRatio, coin: "ETH") with { AgainstCoin = "BTC" }, perp),
            1e-12
        );
    }

    [Fact]
    public void The_steepest_hour_is_from_a_price_to_a_later_one_at_most_an_hour_on()
    {
        double[] prices = [100, 200, 150, 160, 110, 120, 100, 130];
        RecordedPath path = HandMade.Path() with { Step = Duration.FromMinutes(20), Middle = prices };
        var market = new RecordedMarket(
            new TimeWindow(HandMade.Start, HandMade.Start + Duration.FromMinutes(160)),
            PricesAreGiven: false,
            [HandMade.Venue("perp", "BTC") with { Paths = [path] }]
        );
        Observable observable = HandMade.Observable(ObservableMeasure.SteepestHour) with
        {
            WindowStart = market.Run.Start,
            WindowEnd = market.Run.End,
        };

        // 200 to 110 is an hour, 200 to 100 is longer.
        Assert.Equal(110 / 200.0 - 1, ObservableMeasures.Of(market, observable).Value!.Value, 1e-12);
    }

    [Fact]
    public void A_gap_is_taken_in_the_second_of_the_low()
    {
        RecordedVenue perp = HandMade.Venue("perp", "BTC");
        RecordedVenue spot = HandMade.Venue("coin-spot", "BTC");
        perp.Paths[0].Middle[9] = 76;
        spot.Paths[0].Middle[9] = 80;
        spot.Paths[0].Middle[10] = 60;

        Assert.Equal(
            -0.05,
            Value(HandMade.Observable(ObservableMeasure.GapAtLow) with { AgainstVenue = "coin-spot" }, perp, spot),
            1e-12
        );
    }

    [Fact]
    public void A_low_ratio_sets_lows_of_different_seconds_against_each_other()
    {
        RecordedVenue perp = HandMade.Venue("perp", "BTC");
        RecordedVenue spot = HandMade.Venue("coin-spot", "BTC");
        perp.Paths[0].Middle[9] = 45;
        spot.Paths[0].Middle[11] = 90;

        Assert.Equal(
            0.5,
            Value(HandMade.Observable(ObservableMeasure.LowRatio) with { AgainstVenue = "coin-spot" }, perp, spot),
            1e-12
        );
    }

    [Fact]
    public void A_depeg_is_the_lowest_price()
    {
        RecordedVenue spot = HandMade.Venue("coin-spot", "USDE");
        spot.Paths[0].Middle[7] = 0.65;

        Assert.Equal(0.65, Value(HandMade.Observable(ObservableMeasure.Depeg, "coin-spot", "USDE"), spot), 1e-12);
    }

    [Fact]
    public void A_depeg_is_not_shown_where_the_coin_is_not_listed() =>
        Assert.Equal(
            "this world has no USDE at coin-spot",
            Reason(
                HandMade.Observable(ObservableMeasure.Depeg, "coin-spot", "USDE"),
                HandMade.Venue("coin-spot", "BTC")
            )
        );

    [Fact]
    public void The_worst_spread_is_the_largest_mean_of_a_minute()
    {
        RecordedVenue perp = HandMade.Venue("perp", "BTC");
        perp.Paths[0].Spread[8] = 0.0029;
        perp.Paths[0].Spread[9] = 0.0011; // the same minute
        perp.Paths[0].Spread[11] = 0.0035;

        Assert.Equal(0.002, Value(HandMade.Observable(ObservableMeasure.WorstSpread), perp), 1e-12);
    }

    [Fact]
    public void The_worst_depth_is_the_smallest_mean_of_a_minute_over_the_calm_before()
    {
        RecordedVenue perp = HandMade.Venue("perp", "BTC");
        perp.Paths[0].TopDepth[0] = 3000;
        perp.Paths[0].TopDepth[8] = 60;
        perp.Paths[0].TopDepth[9] = 90;

        Assert.Equal(75 / 1500.0 - 1, Value(HandMade.Observable(ObservableMeasure.WorstDepth), perp), 1e-12);
    }

    [Fact]
    public void Without_a_calm_before_the_window_the_worst_depth_is_not_shown() =>
        Assert.Equal(
            "the run has no calm before the window",
            Reason(
                HandMade.Observable(ObservableMeasure.WorstDepth) with
                {
                    WindowStart = HandMade.Start,
                },
                HandMade.Venue("perp", "BTC")
            )
        );

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
            Value(HandMade.Observable(ObservableMeasure.OpenInterestChange, Observable.All), perp, other, spot),
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

        Assert.Equal(123, Value(HandMade.Observable(ObservableMeasure.Forced), perp));
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
            Value(HandMade.Observable(ObservableMeasure.PeakMinuteShare, Observable.All, Observable.All), perp, other),
            1e-12
        );
    }

    [Fact]
    public void A_share_of_the_run_has_the_whole_run_below_it()
    {
        RecordedVenue perp = HandMade.Venue("perp", "BTC");
        perp.Flow(0, "BTC", FlowKind.Liquidated, 10);
        perp.Flow(5, "BTC", FlowKind.Liquidated, 30);

        Assert.Equal(0.75, Value(HandMade.Observable(ObservableMeasure.ShareOfRun), perp), 1e-12);
    }

    [Fact]
    public void The_share_of_longs_counts_both_sides_below()
    {
        RecordedVenue perp = HandMade.Venue("perp", "BTC");
        perp.Flow(5, "BTC", FlowKind.Liquidated, 30);
        perp.Flow(5, "BTC", FlowKind.TakenOver, 10, isLong: false);

        Assert.Equal(0.75, Value(HandMade.Observable(ObservableMeasure.LongShare), perp), 1e-12);
    }

    [Fact]
    public void Shares_of_nothing_are_not_shown() =>
        Assert.Equal(
            "nobody was forced out",
            Reason(HandMade.Observable(ObservableMeasure.LongShare), HandMade.Venue("perp", "BTC"))
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
            Value(HandMade.Observable(ObservableMeasure.CoinShare, coin: "ETH") with { Among = ["BTC", "ETH"] }, perp),
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
            Value(HandMade.Observable(ObservableMeasure.DeleveragedShare, coin: Observable.All), perp),
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
            Value(HandMade.Observable(ObservableMeasure.DeleveragedCoinShare) with { Among = ["BTC", "ETH"] }, perp),
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

        Assert.Equal(0.75, Value(HandMade.Observable(ObservableMeasure.DeleveragedInProfit), perp), 1e-12);
        Assert.Equal(0.05, Value(HandMade.Observable(ObservableMeasure.BadDebtOverDeleveraged), perp), 1e-12);
    }

    [Fact]
    public void Where_nobody_was_deleveraged_neither_is_shown()
    {
        RecordedVenue perp = HandMade.Venue("perp", "BTC");
        Assert.Equal(
            "nobody was deleveraged",
            Reason(HandMade.Observable(ObservableMeasure.DeleveragedInProfit), perp)
        );
        Assert.Equal(
            "nobody was deleveraged",
            Reason(HandMade.Observable(ObservableMeasure.BadDebtOverDeleveraged), perp)
        );
    }

    [Fact]
    public void The_fund_s_draw_is_the_venue_s() =>
        Assert.Equal(
            170,
            Value(
                HandMade.Observable(ObservableMeasure.FundDraw, coin: Observable.All),
                HandMade.Venue("perp", "BTC") with
                {
                    FundDraw = 170,
                }
            )
        );

    [Theory]
    [InlineData("none", "BTC", "this world has no none")]
    [InlineData("perp", "ETH", "this world has no ETH at perp")]
    [InlineData(Observable.All, "SOL", "this world has no SOL")]
    public void What_a_world_does_not_have_is_named(string venue, string coin, string reason) =>
        Assert.Equal(
            reason,
            Reason(
                HandMade.Observable(ObservableMeasure.Forced, venue, coin),
                HandMade.Venue("perp", "BTC"),
                HandMade.Venue("other", "ETH")
            )
        );

    [Fact]
    public void A_window_that_the_run_covers_half_of_is_cut_to_it_and_less_is_not_shown()
    {
        RecordedVenue perp = HandMade.Venue("perp", "BTC");
        perp.Flow(9, "BTC", FlowKind.Liquidated, 5);
        Observable observable = HandMade.Observable(ObservableMeasure.Forced) with
        {
            WindowStart = HandMade.Start + Duration.FromMinutes(8),
            WindowEnd = HandMade.Start + Duration.FromMinutes(12),
        };

        Assert.Equal(5, Value(observable, perp));
        Assert.Equal(
            "the run covers less than half of its window",
            Reason(observable with { WindowEnd = HandMade.Start + Duration.FromMinutes(13) }, perp)
        );
    }

    [Theory]
    [InlineData(ObservableMeasure.Fall, "given by the tape")]
    [InlineData(ObservableMeasure.WorstSpread, "a tape has no book")]
    public void Under_given_prices_neither_prices_nor_books_are_scored(ObservableMeasure measure, string reason)
    {
        var market = new RecordedMarket(HandMade.Run, PricesAreGiven: true, [HandMade.Venue("perp", "BTC")]);
        Assert.Equal(reason, ObservableMeasures.Of(market, HandMade.Observable(measure)).Reason);
    }

    [Fact]
    public void Every_measure_has_a_definition() =>
        Assert.All(
            Enum.GetValues<ObservableMeasure>(),
            measure =>
                Assert.NotNull(
                    ObservableMeasures
                        .Of(
                            HandMade.Market(),
                            HandMade.Observable(measure) with
                            {
                                AgainstVenue = "x",
                                AgainstCoin = "x",
                            }
                        )
                        .Reason
                )
        );

    private static double Value(Observable observable, params IReadOnlyList<RecordedVenue> venues)
    {
        Measured measured = ObservableMeasures.Of(HandMade.Market(venues), observable);
        Assert.Null(measured.Reason);
        return measured.Value!.Value;
    }

    private static string? Reason(Observable observable, params IReadOnlyList<RecordedVenue> venues)
    {
        Measured measured = ObservableMeasures.Of(HandMade.Market(venues), observable);
        Assert.Null(measured.Value);
        return measured.Reason;
    }
}
