using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Breakwater.Lab;

/// <summary>A mean over seeds, with its 95 % intervals.</summary>
/// <remarks>
/// Student's, from the standard deviation of the sample, exact where values are normal; and the percentiles of the means of
/// samples drawn with replacement, which asks for no shape but is a little too narrow for few seeds. Near a cliff, where a
/// few seeds fall much farther than others, the two differ: believe the wider one. Source: Efron and Tibshirani, "An
/// Introduction to the Bootstrap", 1993, chapter 13.
/// </remarks>
/// <param name="Seeds">How many values.</param>
/// <param name="Student">Null for fewer than two.</param>
/// <param name="Bootstrap">Null for fewer than two.</param>
public sealed record MeanEstimate(int Seeds, double Mean, Interval? Student, Interval? Bootstrap)
{
    private const double Level = 0.95;

    /// <param name="values">Not empty.</param>
    public static MeanEstimate Of(IReadOnlyList<double> values, Resamples resamples)
    {
        double mean = values.Average();
        return values.Count < 2
            ? new MeanEstimate(values.Count, mean, null, null)
            : new MeanEstimate(values.Count, mean, StudentOf(values, mean), BootstrapOf(values, resamples));
    }

    private static Interval StudentOf(IReadOnlyList<double> values, double mean)
    {
        double error = values.StandardDeviation() / Math.Sqrt(values.Count);
        double half = StudentT.InvCDF(0, 1, values.Count - 1, (1 + Level) / 2) * error;
        return new Interval(mean - half, mean + half);
    }

    private static Interval BootstrapOf(IReadOnlyList<double> values, Resamples resamples)
    {
        double[] means = resamples.MeansOf(values);
        Array.Sort(means);
        return new Interval(
            Distribution.Quantile(means, (1 - Level) / 2),
            Distribution.Quantile(means, (1 + Level) / 2)
        );
    }
}
