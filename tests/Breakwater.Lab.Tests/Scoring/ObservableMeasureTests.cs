using Breakwater.Domain;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab.Tests;

/// <summary>Each measure of prices and books on numbers that one can work out in one's head. The window is minutes 2 to 8: samples 4 to 15.</summary>
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

        Assert.Equal(-0.6, MeasuredBy.Value(HandMade.Observable(ObservableMeasure.Fall), perp), 1e-12);
    }

    [Fact]
    public void The_time_of_the_low_is_in_minutes_after_the_window_s_start()
    {
        RecordedVenue perp = HandMade.Venue("perp", "BTC");
        perp.Paths[0].Middle[9] = 80;
        perp.Paths[0].Middle[12] = 80; // of equal lows the first

        Assert.Equal(2.5, MeasuredBy.Value(HandMade.Observable(ObservableMeasure.LowTime), perp), 1e-12);
    }

    [Fact]
    public void A_rebound_is_what_the_last_price_of_the_window_has_won_back()
    {
        RecordedVenue perp = HandMade.Venue("perp", "BTC");
        perp.Paths[0].Middle[9] = 80;
        perp.Paths[0].Middle[15] = 95;
        perp.Paths[0].Middle[16] = 100;

        Assert.Equal(0.75, MeasuredBy.Value(HandMade.Observable(ObservableMeasure.Rebound), perp), 1e-12);
    }

    [Fact]
    public void A_rebound_without_a_fall_is_not_shown() =>
        Assert.Equal(
            "the price did not fall",
            MeasuredBy.Reason(HandMade.Observable(ObservableMeasure.Rebound), HandMade.Venue("perp", "BTC"))
        );

    [Fact]
    public void A_fall_ratio_sets_one_coin_against_another()
    {
        RecordedVenue perp = HandMade.Venue("perp", "BTC", "ETH");
        perp.Paths[0].Middle[8] = 90;
        perp.Paths[1].Middle[10] = 85;

        Assert.Equal(
            1.5,
            MeasuredBy.Value(
                HandMade.Observable(ObservableMeasure.FallRatio, coin: "ETH") with
                {
                    AgainstCoin = "BTC",
                },
                perp
            ),
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
            MeasuredBy.Value(
                HandMade.Observable(ObservableMeasure.GapAtLow) with
                {
                    AgainstVenue = "coin-spot",
                },
                perp,
                spot
            ),
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
            MeasuredBy.Value(
                HandMade.Observable(ObservableMeasure.LowRatio) with
                {
                    AgainstVenue = "coin-spot",
                },
                perp,
                spot
            ),
            1e-12
        );
    }

    [Fact]
    public void A_depeg_is_the_lowest_price()
    {
        RecordedVenue spot = HandMade.Venue("coin-spot", "USDE");
        spot.Paths[0].Middle[7] = 0.65;

        Assert.Equal(
            0.65,
            MeasuredBy.Value(HandMade.Observable(ObservableMeasure.Depeg, "coin-spot", "USDE"), spot),
            1e-12
        );
    }

    [Fact]
    public void A_depeg_is_not_shown_where_the_coin_is_not_listed() =>
        Assert.Equal(
            "this world has no USDE at coin-spot",
            MeasuredBy.Reason(
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

        Assert.Equal(0.002, MeasuredBy.Value(HandMade.Observable(ObservableMeasure.WorstSpread), perp), 1e-12);
    }

    [Fact]
    public void The_worst_depth_is_the_smallest_mean_of_a_minute_over_the_calm_before()
    {
        RecordedVenue perp = HandMade.Venue("perp", "BTC");
        perp.Paths[0].TopDepth[0] = 3000;
        perp.Paths[0].TopDepth[8] = 60;
        perp.Paths[0].TopDepth[9] = 90;

        Assert.Equal(75 / 1500.0 - 1, MeasuredBy.Value(HandMade.Observable(ObservableMeasure.WorstDepth), perp), 1e-12);
    }

    [Fact]
    public void Without_a_calm_before_the_window_the_worst_depth_is_not_shown() =>
        Assert.Equal(
            "the run has no calm before the window",
            MeasuredBy.Reason(
                HandMade.Observable(ObservableMeasure.WorstDepth) with
                {
                    WindowStart = HandMade.Start,
                },
                HandMade.Venue("perp", "BTC")
            )
        );

    [Theory]
    [InlineData("none", "BTC", "this world has no none")]
    [InlineData("perp", "ETH", "this world has no ETH at perp")]
    [InlineData(Observable.All, "SOL", "this world has no SOL")]
    public void What_a_world_does_not_have_is_named(string venue, string coin, string reason) =>
        Assert.Equal(
            reason,
            MeasuredBy.Reason(
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

        Assert.Equal(5, MeasuredBy.Value(observable, perp));
        Assert.Equal(
            "the run covers less than half of its window",
            MeasuredBy.Reason(observable with { WindowEnd = HandMade.Start + Duration.FromMinutes(13) }, perp)
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
}
