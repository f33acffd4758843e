using Breakwater.Testing;

namespace Breakwater.Domain.Tests;

public class PowTests
{
    private const int Count = 5_000;

    private static readonly double[] Edges =
    [
        0,
        double.Epsilon,
        2.2250738585072014e-308,
        1e-300,
        1.0 / 3,
        0.5,
        0.9999999999999999,
        1,
        1.0000000000000002,
        2,
        3,
        1023,
        9007199254740991,
        9007199254740992,
        1e300,
        double.MaxValue,
        double.PositiveInfinity,
        double.NaN,
    ];

    [Fact]
    public void Error_stays_near_half_an_ulp_for_moderate_results()
    {
        IEnumerable<double> bases = Points.OfAllSizes(1e-3, 1e3, Count);
        IEnumerable<double> exponents = Points.Between(-30, 30, Count).Reverse();
        Worst(bases, exponents).IsBelow(0.55);
    }

    [Fact]
    public void Error_stays_near_half_an_ulp_over_the_whole_range_of_results()
    {
        double[] bases = [.. Points.OfAllSizes(double.Epsilon, double.MaxValue, Count)];
        Worst(bases, ExponentsForAllResults(bases)).IsBelow(0.55);
    }

    [Fact]
    public void Bases_next_to_1_with_vast_exponents_are_as_good()
    {
        double[] bases = [.. Points.OfAllSizes(1e-15, 1e-3, Count).Select(distance => 1 - distance)];
        Worst(bases, ExponentsForAllResults(bases)).IsBelow(0.55);
    }

    [Fact]
    public void A_power_that_is_a_double_is_exact()
    {
        for (int x = -20; x <= 20; x++)
        {
            double power = 1;
            for (int y = 0; y <= 12; y++, power *= x)
            {
                Bits.Equal(power, PortableMath.Pow(x, y));
            }
        }

        for (int y = -1074; y <= 1023; y++)
        {
            Bits.Equal(Math.ScaleB(1, y), PortableMath.Pow(2, y));
        }
    }

    [Fact]
    public void Special_cases_are_those_of_C99()
    {
        double[] signed = [.. Edges, .. Edges.Select(x => -x)];
        foreach (double x in signed)
        {
            foreach (double y in signed)
            {
                SameCase(Math.Pow(x, y), PortableMath.Pow(x, y), x, y);
            }
        }
    }

    // The platform's own function is right about cases and within a few ulp, so its zeros, infinities and signs are the
    // reference; 2^-48 leaves it a margin.
    private static void SameCase(double expected, double actual, double x, double y)
    {
        bool special = expected == 0 || !double.IsFinite(expected);
        bool same = special
            ? BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(actual)
                || (double.IsNaN(expected) && double.IsNaN(actual))
            : Math.Abs(actual - expected) <= Math.Abs(expected) * Math.ScaleB(1, -48);
        Assert.True(same, $"Pow({x:R}, {y:R}): expected {expected:R}, got {actual:R}");
    }

    private static IEnumerable<double> ExponentsForAllResults(double[] bases) =>
        bases.Zip(Points.Between(-708, 709, bases.Length).Reverse(), (x, ln) => ln / Math.Log(x));

    private static Accuracy Worst(IEnumerable<double> bases, IEnumerable<double> exponents) =>
        bases
            .Zip(exponents, (x, y) => Accuracy.Measure(x, PortableMath.Pow(x, y), Exact(x, y)))
            .MaxBy(error => error.Ulps);

    private static HighPrecision Exact(double x, double y) =>
        HighPrecision.Exp(HighPrecision.FromDouble(y) * HighPrecision.Log(HighPrecision.FromDouble(x)));
}
