using Breakwater.Testing;

namespace Breakwater.Domain.Tests;

public class DoubleDoubleTests
{
    private const int Count = 10_000;

    [Fact]
    public void Sums_lose_nothing()
    {
        foreach ((double a, double b) in Pairs())
        {
            HighPrecision exact = HighPrecision.FromDouble(a) + HighPrecision.FromDouble(b);
            (double larger, double smaller) = Math.Abs(a) >= Math.Abs(b) ? (a, b) : (b, a);
            Assert.True((Exact(DoubleDouble.Sum(a, b)) - exact).Significand.IsZero, $"{a:R} + {b:R}");
            Assert.Equal(DoubleDouble.Sum(a, b), DoubleDouble.SumOrdered(larger, smaller));
        }
    }

    [Fact]
    public void Products_keep_104_bits()
    {
        foreach ((double a, double b) in Pairs())
        {
            HighPrecision exact = HighPrecision.FromDouble(a) * HighPrecision.FromDouble(b);
            HighPrecision error = Exact(DoubleDouble.Product(a, b)) - exact;
            Assert.True(error.Significand.IsZero || error.Magnitude <= exact.Magnitude - 104, $"{a:R} * {b:R}");
        }
    }

    private static HighPrecision Exact(DoubleDouble value) =>
        HighPrecision.FromDouble(value.High) + HighPrecision.FromDouble(value.Low);

    private static IEnumerable<(double, double)> Pairs() =>
        Points.OfAllSizes(1e-30, 1e30, Count).Zip(Points.Between(-1e9, 1e9, Count).Reverse());
}
