namespace Breakwater.Lab.Tests;

public sealed class CrpsTests
{
    /// <summary>The definition, number by number: the integral of (F - step)² over what the interval does not hide.</summary>
    private static double Naive(double[] members, double low, double high)
    {
        double[] corners = [.. members, low, high];
        Array.Sort(corners);
        double integral = 0;
        for (int i = 1; i < corners.Length; i++)
        {
            double middle = (corners[i - 1] + corners[i]) / 2;
            double share = (double)members.Count(member => member <= middle) / members.Length;
            double step = middle > high ? 1 : 0;
            bool hidden = middle > low && middle < high;
            integral += hidden ? 0 : (share - step) * (share - step) * (corners[i] - corners[i - 1]);
        }

        return integral;
    }

    [Fact]
    public void Is_what_the_integral_says()
    {
        for (int seed = 0; seed < 2_000; seed++)
        {
            var random = new Random(seed);
            double[] members =
            [
                .. Enumerable.Range(0, 1 + random.Next(30)).Select(_ => Math.Round(random.NextDouble(), 2)),
            ];
            double low = Math.Round(random.NextDouble() * 1.4 - 0.2, 2);
            double high = low + (seed % 3 == 0 ? 0 : Math.Round(random.NextDouble() / 2, 2));
            Assert.Equal(Naive(members, low, high), Crps.Against(members, low, high), 1e-12);
        }
    }

    [Fact]
    public void Against_a_point_it_is_the_mean_over_pairs()
    {
        // Misses 1, 0, 2 have the mean 1; the three pairs 1, 3, 2 stand twice among nine, 12/9 in the mean.
        Assert.Equal(1 - 12.0 / 9 / 2, Crps.Against([0, 1, 3], 1, 1), 1e-12);
    }

    [Fact]
    public void One_member_scores_its_distance() => Assert.Equal(3, Crps.Against([7], 1, 4), 1e-12);

    [Fact]
    public void All_within_the_interval_is_perfect() => Assert.Equal(0, Crps.Against([1, 2, 1.5], 1, 2), 1e-12);

    [Fact]
    public void A_spread_that_reaches_the_interval_beats_certainty_beside_it() =>
        Assert.True(Crps.Against([0, 0.5, 1], 1, 2) < Crps.Against([0, 0, 0], 1, 2));
}
