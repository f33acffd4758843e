using Breakwater.Domain;
using Breakwater.Indicators;
using Breakwater.Lab.Map;
using Breakwater.Runs;

namespace Breakwater.Lab.Tests.Map;

/// <summary>Answers of a map: against closed forms where R is constant, and against sums over a drawn market.</summary>
public sealed class CascadeMapTests
{
    private const double Million = 1e6;

    [Fact]
    public void Constant_R_amplifies_by_one_over_one_less_it()
    {
        ShockAnswer answer = Constant(fuse: 50 * Million).Answer("coin", 2, BookState.Calm);
        Assert.Equal(4, answer.Landing.P50, 1e-9);
        Assert.Equal(96, answer.LandingPrice.P50, 1e-9);
        Assert.Equal(2, answer.Amplification, 1e-9);
        Assert.Equal(200 * Million, answer.Sold.P50, 1e-3);
        Assert.Equal(0, answer.Bottomless);
    }

    [Fact]
    public void Where_R_is_above_1_no_level_stops_a_fall()
    {
        ShockAnswer answer = Constant(fuse: 60 * Million).Answer("COIN", 0.5, BookState.Withdrawn);
        Assert.Equal(1, answer.Bottomless);
        Assert.Equal(40, answer.Landing.P50);
    }

    [Fact]
    public void Levels_add_up_to_the_fuse_whatever_their_width()
    {
        CascadeMap map = Constant(fuse: 30 * Million);
        foreach (double width in (ReadOnlySpan<double>)[0.3, 1, 7])
        {
            IReadOnlyList<FuseLevel> levels = map.Levels("coin", width, deepest: 40);
            double all = levels.Sum(level => level.Sold.P50 * width);
            Assert.Equal(40 * 30 * Million, all, 1);
            Assert.Equal(0.3, levels[0].NumberCalm.P50, 1e-9);
            Assert.Equal(0.6, levels[0].NumberWithdrawn.P50, 1e-9);
        }
    }

    [Fact]
    public void A_cliff_has_the_trigger_that_the_integral_says()
    {
        // R is 0.5 down to 3 %, 3 from there to 5 %, 0.2 below.
        double[] sold =
        [
            .. Enumerable.Repeat(50 * Million, 3),
            .. Enumerable.Repeat(300 * Million, 2),
            .. Enumerable.Repeat(20 * Million, 20),
        ];
        CliffAnswer cliff = MapOf(1, sold).WidestCliff("coin", BookState.Calm, narrowest: 1);
        Assert.Equal(1, cliff.Share);
        Assert.Equal(1.5, cliff.Trigger!.Value.P50, 1e-9);
        Assert.Equal(3, cliff.From!.Value.P50, 1e-9);
        Assert.Equal(10, cliff.To!.Value.P50, 1e-9);
    }

    [Fact]
    public void Without_a_cliff_there_is_none_to_tell_of()
    {
        CliffAnswer cliff = Constant(fuse: 10 * Million).WidestCliff("coin", BookState.Calm, narrowest: 1);
        Assert.Equal(0, cliff.Share);
        Assert.Null(cliff.Trigger);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(100)]
    [InlineData(double.NaN)]
    public void A_shock_outside_its_range_is_refused(double shock)
    {
        string message = Assert
            .Throws<InputException>(() => Constant(Million).Answer("coin", shock, BookState.Calm))
            .Message;
        Assert.Contains("must be from 0 to below 100 percent", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_coin_that_is_not_there_is_refused_with_those_that_are()
    {
        string message = Assert.Throws<InputException>(() => Constant(Million).Levels("doge", 1, 10)).Message;
        Assert.Equal("'doge' is no coin of the scenario, expected coin", message);
    }

    [Fact]
    public void A_scenario_on_given_prices_has_no_depth_and_is_refused()
    {
        Scenario tape = ScenarioReader.Read(ThinMarket.Content, "oct-10-2025-tape");
        Assert.Throws<InputException>(() => Draw(tape, threads: 1));
    }

    [Fact]
    public void A_drawn_market_answers_the_same_on_any_number_of_threads_and_deeper_for_larger_shocks()
    {
        Scenario thin = ThinMarket.Read();
        CascadeMap one = Draw(thin, threads: 1);
        CascadeMap two = Draw(thin, threads: 2);
        double last = 0;
        foreach (double shock in (ReadOnlySpan<double>)[1, 3, 6, 9])
        {
            ShockAnswer answer = one.Answer("BTC", shock, BookState.Withdrawn);
            Assert.Equal(answer, two.Answer("BTC", shock, BookState.Withdrawn));
            Assert.True(answer.Landing.P50 >= Math.Max(last, shock));
            Assert.True(answer.Landing.P50 >= one.Answer("BTC", shock, BookState.Calm).Landing.P50);
            last = answer.Landing.P50;
        }
    }

    [Fact]
    public void A_coin_s_own_shock_goes_by_its_beta()
    {
        Scenario thin = ThinMarket.Read();
        CascadeMap map = Draw(thin, threads: 2);
        double beta = thin.World.Market!.Coins[1].Beta;
        Assert.True(beta > 1.1);
        Assert.Equal(100 * (1 - Math.Pow(0.95, beta)), map.Answer("ETH", 5, BookState.Calm).Shock, 1e-6);
    }

    private static CascadeMap Draw(Scenario scenario, int threads) =>
        CascadeMap.Draw(
            scenario,
            [new Seed(1), new Seed(2)],
            MapConditions.Of(scenario.World),
            threads,
            SilentProgress.Instance,
            CancellationToken.None
        );

    // Depth is 100 million dollars a percent in a calm book, 50 where makers are gone.
    private static CascadeMap Constant(double fuse) => MapOf(0.5, [.. Enumerable.Repeat(fuse / 2, 80)]);

    private static CascadeMap MapOf(double step, double[] sold) =>
        new(
            [new CoinTerms("coin", 100, 1, new MarketDepth(100 * Million, 0), new MarketDepth(50 * Million, 0))],
            [
                [new CoinFuse(0, step, sold, sold, sold, new double[sold.Length], new double[sold.Length])],
            ]
        );
}
