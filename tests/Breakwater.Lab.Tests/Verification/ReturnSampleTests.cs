using MathNet.Numerics.Distributions;

namespace Breakwater.Lab.Tests;

public sealed class ReturnSampleTests
{
    private const int Count = 100_000;

    private static readonly double[] s_ranks = [.. Enumerable.Range(0, Count).Select(i => (i + 0.5) / Count)];

    [Fact]
    public void Normal_returns_have_kurtosis_3()
    {
        var sample = new ReturnSample(s_ranks.Select(rank => Normal.InvCDF(0, 0.02, rank)));

        Assert.Equal(0.02, sample.Volatility, 0.0001);
        Assert.Equal(3, sample.Kurtosis, 0.01);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3.5)]
    public void Losses_of_a_power_law_have_its_exponent_as_tail_index(double exponent)
    {
        var sample = new ReturnSample(s_ranks.Select(rank => -Math.Pow(rank, -1 / exponent)));

        Assert.Equal(exponent, sample.TailIndex(0.05), 0.02);
    }

    [Fact]
    public void Large_moves_that_follow_large_ones_are_clustered_and_shuffled_ones_are_not()
    {
        double[] blocks = [.. s_ranks.Select((_, i) => (i / 100 % 2 == 0 ? 1 : 3) * (i % 2 == 0 ? 0.01 : -0.01))];
        double[] shuffled = [.. blocks];
        new Random(1).Shuffle(shuffled);

        Assert.Equal(1 - 2 * 10 / 100.0, new ReturnSample(blocks).ClusteringAt(10), 0.01);
        Assert.Equal(0, new ReturnSample(shuffled).ClusteringAt(10), 0.01);
    }
}
