using Breakwater.Testing;

namespace Breakwater.Domain.Tests;

/// <summary>The largest error of a function over some points, in units in the last place, and where it was.</summary>
internal readonly record struct Accuracy(double Ulps, double At)
{
    public static Accuracy Worst(
        IEnumerable<double> points,
        Func<double, double> function,
        Func<HighPrecision, HighPrecision> exact
    ) => points.Select(x => Measure(x, function(x), exact(HighPrecision.FromDouble(x)))).MaxBy(error => error.Ulps);

    public static Accuracy Measure(double at, double actual, HighPrecision exact) => new(exact.ErrorInUlps(actual), at);

    public void IsBelow(double ulps) => Assert.True(Ulps < ulps, $"{Ulps:R} ulp at {At:R}");
}
