using Breakwater.Domain;

namespace Breakwater.Indicators.Tests;

/// <summary>Indicators whose value is known from elsewhere, or follows from a case small enough to count.</summary>
public sealed class DefinitionTests
{
    [Fact]
    public void Quoted_spread_is_in_basis_points_of_the_mid()
    {
        Assert.Equal(10, Spread.Quoted(99.95, 100.05), 9);
        Assert.Equal(-10, Spread.Quoted(100.05, 99.95), 9);
        Assert.True(double.IsNaN(Spread.Quoted(0, 0)));
    }

    [Fact]
    public void Funding_of_one_basis_point_every_eight_hours_is_eleven_percent_a_year()
    {
        Assert.Equal(0.1095, Carry.AnnualFunding(0.0001, 8), 12);
        Assert.Equal(-0.02, Carry.Basis(98, 100), 12);
        Assert.Equal(0.25, Carry.EstimatedLeverageRatio(5, 20));
    }

    [Theory]
    [InlineData(0.5, 103, 0.5, 103, 0)]
    [InlineData(0.2, 103, 0.6, 103, 3.4676)]
    [InlineData(0.9, 28, 0.1, 28, -4.8501)]
    public void Decoupling_is_fisher_s_z(double before, int countBefore, double after, int countAfter, double expected)
    {
        double statistic = Decoupling.Between(before, countBefore, after, countAfter).Statistic;

        double naive =
            (Math.Atanh(after) - Math.Atanh(before)) / Math.Sqrt((1.0 / (countBefore - 3)) + (1.0 / (countAfter - 3)));
        Assert.Equal(naive, statistic, 9);
        Assert.Equal(expected, statistic, 3);
    }

    [Fact]
    public void A_support_level_counts_tests_breaks_and_returns()
    {
        var level = new SupportLevel(100, 0.01);
        (double Low, double Close)[] days =
        [
            (105, 106),
            (100.5, 103),
            (99.5, 102),
            (97, 98),
            (96, 97),
            (99, 104),
            (110, 112),
        ];
        foreach ((double low, double close) in days)
        {
            level.Add(low, close);
        }

        Assert.Equal((2, 1, 1, 96.0), (level.Held, level.Broken, level.Reclaimed, level.Low));
    }

    [Fact]
    public void Depth_that_is_taken_and_comes_back_is_one_episode()
    {
        var resilience = new Resilience(3, 0.5, 0.8);
        double[] depths = [100, 100, 100, 20, 30, 79, 81, 100];
        for (int second = 0; second < depths.Length; second++)
        {
            resilience.Add(Timestamp.FromUnixMilliseconds(second * 1000L), depths[second]);
        }

        Assert.Equal(
            (1, 0.2, Duration.FromSeconds(3)),
            (resilience.Episodes, resilience.DeepestShare, resilience.LongestRecovery)
        );
        Assert.False(resilience.IsOpen);
    }

    [Fact]
    public void A_feed_is_stale_only_while_the_other_side_moves()
    {
        var frozen = new StaleFeed(Duration.FromSeconds(60), 5);
        var quiet = new StaleFeed(Duration.FromSeconds(60), 5);
        for (int second = 0; second <= 120; second += 10)
        {
            frozen.Add(Timestamp.FromUnixMilliseconds(second * 1000L), 7, second);
            quiet.Add(Timestamp.FromUnixMilliseconds(second * 1000L), 7, 8);
        }

        Assert.True(frozen.IsStale);
        Assert.Equal(7, frozen.StaleCount);
        Assert.False(quiet.IsStale);
    }

    [Fact]
    public void Reproduction_is_fuse_over_depth_as_far_as_marks_feel_it()
    {
        Assert.Equal(0.5, Reproduction.Number(fuse: 1e8, depth: 1e8, passThrough: 0.5));
        Assert.Equal(0, Reproduction.Number(0, 0, 1));
        Assert.Equal(double.PositiveInfinity, Reproduction.Number(1, 0, 1));
    }

    [Fact]
    public void Liquidation_bounds_hold_what_a_thinned_feed_hid()
    {
        int inside = 0;
        double estimateOverTruth = 0;
        const int Rounds = 200;
        for (int round = 0; round < Rounds; round++)
        {
            (double truth, LiquidationBounds bounds) = Thinned(rate: 0.8, minutes: 30, new Random(round));
            Assert.True(bounds.Published <= truth);
            inside += truth <= bounds.Upper ? 1 : 0;
            estimateOverTruth += bounds.Estimate / truth / Rounds;
        }

        Assert.True(inside >= 0.95 * Rounds, $"{inside} of {Rounds}");
        Assert.InRange(estimateOverTruth, 0.97, 1.06);
    }

    [Fact]
    public void A_feed_that_never_rests_has_no_upper_bound()
    {
        Assert.Equal(double.PositiveInfinity, LiquidationBounds.OfWindow(1e6, 60, 60).Upper);
        Assert.Equal(default, LiquidationBounds.OfWindow(0, 0, 60));
    }

    [Fact]
    public void The_fear_and_greed_proxy_is_low_after_a_crash_and_high_after_a_rally()
    {
        var proxy = new FearGreedProxy();
        double value = double.NaN;
        double price = 100;
        double[] noise = Walk.Uniform(400, 9, -0.03, 0.03);
        for (int day = 0; day < 460; day++)
        {
            price *= day < noise.Length ? 1 + noise[day] : 1.005;
            value = proxy.Add(price, 1e9 + (day * 5e6), double.NaN);
        }

        double afterRally = value;
        for (int day = 0; day < 20; day++)
        {
            price *= day % 2 == 0 ? 0.90 : 1.02;
            value = proxy.Add(price, 3e9, double.NaN);
        }

        Assert.InRange(afterRally, 60, 100);
        Assert.InRange(value, 0, 15);
    }

    /// <summary>Orders of equal expected size arrive at random; of each second the feed shows the last one.</summary>
    private static (double Truth, LiquidationBounds Bounds) Thinned(double rate, int minutes, Random random)
    {
        double truth = 0;
        var bounds = default(LiquidationBounds);
        for (int minute = 0; minute < minutes; minute++)
        {
            double published = 0;
            int busy = 0;
            for (int second = 0; second < 60; second++)
            {
                int orders = Poisson(rate, random);
                double last = 0;
                for (int order = 0; order < orders; order++)
                {
                    last = 1000 + (9000 * random.NextDouble());
                    truth += last;
                }

                published += last;
                busy += orders > 0 ? 1 : 0;
            }

            bounds += LiquidationBounds.OfWindow(published, busy, 60);
        }

        return (truth, bounds);
    }

    private static int Poisson(double rate, Random random)
    {
        int count = 0;
        for (
            double left = Math.Exp(-rate), product = random.NextDouble();
            product > left;
            product *= random.NextDouble()
        )
        {
            count++;
        }

        return count;
    }
}
