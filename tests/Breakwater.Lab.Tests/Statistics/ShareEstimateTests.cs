namespace Breakwater.Lab.Tests;

public sealed class ShareEstimateTests
{
    // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17, 1998, table I, method 3.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    [InlineData(20, 20, 0.8389, 1.0000)]
    public void The_interval_is_that_of_the_literature(int count, int of, double low, double high)
    {
        var estimate = ShareEstimate.From(count, of);

        Assert.Equal((double)count / of, estimate.Share);
        Assert.Equal(low, estimate.Low, tolerance: 5e-5);
        Assert.Equal(high, estimate.High, tolerance: 5e-5);
    }

    // Its ends are the two probabilities at which the count lies z standard deviations off.
    [Theory]
    [InlineData(3, 20)]
    [InlineData(10, 11)]
    public void Its_ends_solve_the_equation_that_defines_it(int count, int of)
    {
        var estimate = ShareEstimate.From(count, of);
        foreach (double end in (double[])[estimate.Low, estimate.High])
        {
            double standardDeviation = Math.Sqrt(end * (1 - end) / of);
            Assert.Equal(1.959964, Math.Abs(estimate.Share - end) / standardDeviation, tolerance: 1e-5);
        }
    }
}
