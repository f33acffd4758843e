namespace Breakwater.Lab.Tests;

public sealed class TailMeanTests
{
    [Theory]
    [InlineData(100, 98)] // 96 to 100
    [InlineData(30, 89.0 / 3)] // 30 and half of 29
    [InlineData(20, 20)]
    [InlineData(5, 5)] // fewer than one value makes the tail
    public void It_is_the_mean_of_the_worst_twentieth(int count, double expected)
    {
        double[] values = [.. Enumerable.Range(1, count).Select(value => (double)value).Reverse()];

        Assert.Equal(expected, TailMean.Of(values, 0.95), tolerance: 1e-9);
    }
}
