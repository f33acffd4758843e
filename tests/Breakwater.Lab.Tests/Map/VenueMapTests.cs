using Breakwater.Domain;
using Breakwater.Indicators;
using Breakwater.Lab.Map;
using Breakwater.Simulation;

namespace Breakwater.Lab.Tests.Map;

/// <summary>What falls do to funds: against integrals where R is constant, and against the map's own sums over a drawn market.</summary>
public sealed class VenueMapTests
{
    private const double Million = 1e6;
    private const double Step = 0.25;

    [Fact]
    public void A_fund_that_takes_all_over_loses_the_fall_from_there_to_the_landing()
    {
        // A shock of 2 % lands at 4 %; 50 million a percent are taken over without any margin.
        VenueAnswer answer = MapOf(taken: 1, margin: 0).Answer(2, BookState.Calm)[0];

        // The integral of 1 - 96 / (100 - x) from 0 to 4.
        double lost = 50 * Million * (4 - 96 * Math.Log(100 / 96.0));
        Assert.Equal(200 * Million, answer.Liquidated.P50, 1);
        Assert.Equal(200 * Million, answer.TakenOver.P50, 1);
        Assert.Equal(10 * Million - lost, answer.Left.P50, 0.001 * lost);
        Assert.Equal(0, answer.Exhausted);
    }

    [Fact]
    public void Margin_that_comes_along_is_the_fund_s()
    {
        double without = MapOf(taken: 1, margin: 0).Answer(2, BookState.Calm)[0].Left.P50;
        double with = MapOf(taken: 1, margin: 0.01).Answer(2, BookState.Calm)[0].Left.P50;
        Assert.Equal(2 * Million, with - without, 1);
    }

    [Fact]
    public void What_orders_sell_costs_a_fund_nothing_and_all_of_it_where_none_fills()
    {
        VenueAnswer sold = MapOf(taken: 0, margin: 0).Answer(2, BookState.Calm)[0];
        VenueAnswer taken = MapOf(taken: 1, margin: 0).Answer(2, BookState.Calm)[0];
        Assert.Equal((0, 10 * Million), (sold.TakenOver.P50, sold.Left.P50));
        Assert.Equal(taken.Left.P50, sold.LeftIfNothingFills.P50, 1e-3);
    }

    [Fact]
    public void A_deeper_landing_exhausts_a_fund()
    {
        // 40 %, where the map ends: nothing stops a fall through R above 1.
        VenueAnswer answer = MapOf(taken: 1, margin: 0).Answer(9, BookState.Withdrawn)[0];
        Assert.True(answer.Left.P50 < 0);
        Assert.Equal(1, answer.Exhausted);
    }

    [Fact]
    public void In_a_drawn_market_venues_add_up_to_the_coins_and_no_fill_is_the_worse_end()
    {
        WorldParameters world = ThinMarket.Read().World;
        var conditions = MapConditions.Of(world);
        IReadOnlyList<CoinFuse>[][] drawn = CrowdSeries.Measure(
            world,
            [new Seed(1)],
            threads: 2,
            (_, venue) => CommonFall.FusesOf(world, venue, conditions),
            SilentProgress.Instance,
            TestContext.Current.CancellationToken
        );
        var map = CascadeMap.Of(world, drawn);
        var venues = VenueMap.Of(world, map, drawn);
        IReadOnlyList<VenueAnswer> answers = venues.Answer(8, BookState.Withdrawn);
        double liquidated = map.Coins.Sum(coin =>
        {
            double landing = map.Answer(coin, 8, BookState.Withdrawn).Landing.P50;
            return map.Levels(coin, landing, landing).Sum(level => level.Ordered.P50 * landing);
        });

        Assert.Equal(["binance-usdm", "bybit", "okx", "hyperliquid"], answers.Select(answer => answer.Venue));
        Assert.True(liquidated > Million, $"{liquidated} is too little to show anything");
        Assert.Equal(liquidated, answers.Sum(answer => answer.Liquidated.P50), 1e-6 * liquidated);
        Assert.All(answers, answer => Assert.True(answer.LeftIfNothingFills.P50 <= answer.Left.P50));
        Assert.All(answers, answer => Assert.InRange(answer.TakenOver.P50, 0, answer.Liquidated.P50));
    }

    // R is 0.5 in a calm book and 1 where makers are gone; the fund holds ten million.
    private static VenueMap MapOf(double taken, double margin)
    {
        double[] ordered = [.. Enumerable.Repeat(50 * Million * Step, (int)(40 / Step))];
        double[] atOnce = [.. ordered.Select(dollars => dollars * (1 - taken))];
        var fuse = new CoinFuse(
            0,
            Step,
            ordered,
            atOnce,
            ordered,
            [.. ordered.Select(dollars => dollars * taken * margin)],
            [.. ordered.Select(dollars => dollars * margin)]
        );
        var terms = new CoinTerms("coin", 100, 1, new MarketDepth(100 * Million, 0), new MarketDepth(49 * Million, 0));
        var map = new CascadeMap(
            [terms],
            [
                [fuse],
            ]
        );
        return new VenueMap(
            map,
            ["coin"],
            [("venue", 10 * Million)],
            [
                [
                    [fuse],
                ],
            ]
        );
    }
}
