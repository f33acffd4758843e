using Breakwater.Testing;

namespace Breakwater.Domain.Tests;

public class NormalQuantileTests
{
    private const int Count = 5_000;

    private static readonly HighPrecision HalfLogTwoPi =
        HighPrecision.Log(HighPrecision.Pi * HighPrecision.FromInteger(2)) / HighPrecision.FromInteger(2);

    [Theory]
    [InlineData(0.075, 0.925)]
    [InlineData(0, 0.075)]
    [InlineData(0.925, 1)]
    [InlineData(0.4999, 0.5001)]
    public void Error_is_a_few_ulp(double low, double high) => Worst(Points.Between(low, high, Count)).IsBelow(8);

    [Theory]
    [InlineData(1.1e-16, 0.075)]
    [InlineData(1e-300, 1.1e-16)]
    [InlineData(double.Epsilon, 1e-300)]
    public void Error_is_a_few_ulp_in_tails_however_far(double low, double high) =>
        Worst(Points.OfAllSizes(low, high, Count)).IsBelow(8);

    [Fact]
    public void Quantiles_are_symmetric_to_the_bit_where_1_minus_p_is_exact()
    {
        foreach (double p in Points.Between(0, 0.5, Count).Select(x => Math.Floor(x * (1L << 53)) / (1L << 53)))
        {
            Bits.Equal(-PortableMath.NormalQuantile(p), PortableMath.NormalQuantile(1 - p));
        }
    }

    [Theory]
    [InlineData(0.5, 0.0)]
    [InlineData(0.0, double.NegativeInfinity)]
    [InlineData(1, double.PositiveInfinity)]
    [InlineData(-5e-324, double.NaN)]
    [InlineData(1.0000000000000002, double.NaN)]
    [InlineData(double.PositiveInfinity, double.NaN)]
    [InlineData(double.NegativeInfinity, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    public void Edges(double p, double expected) => Bits.Equal(expected, PortableMath.NormalQuantile(p));

    [Fact]
    public void Negative_zero_is_zero() => Bits.Equal(double.NegativeInfinity, PortableMath.NormalQuantile(-0.0));

    private static Accuracy Worst(IEnumerable<double> points) =>
        points
            .Select(p => (p, z: PortableMath.NormalQuantile(p)))
            .Select(pair => Accuracy.Measure(pair.p, pair.z, ExactQuantile(pair.p, pair.z)))
            .MaxBy(error => error.Ulps);

    // One step of Newton's method from so near is right to some 100 bits: z - (Phi(z) - p) / phi(z).
    private static HighPrecision ExactQuantile(double p, double near)
    {
        HighPrecision z = HighPrecision.FromDouble(near);
        HighPrecision densityReciprocal = HighPrecision.Exp(z * z / HighPrecision.FromInteger(2) + HalfLogTwoPi);
        HighPrecision target = HighPrecision.FromDouble(p) * densityReciprocal;
        return Math.Abs(near) < 12
            ? z - (densityReciprocal / HighPrecision.FromInteger(2) + MassFromZero(z) - target)
            : z - (MassBelow(z) - target);
    }

    // (Phi(z) - 1/2) / phi(z) = z + z^3/3 + z^5/15 + ...
    private static HighPrecision MassFromZero(HighPrecision z)
    {
        HighPrecision sum = HighPrecision.Zero;
        HighPrecision term = z;
        for (int k = 3; !term.IsNegligibleBeside(HighPrecision.One); k += 2)
        {
            sum += term;
            term = term * z * z / HighPrecision.FromInteger(k);
        }

        return sum;
    }

    // Phi(z) / phi(z) = -1/z + 1/z^3 - 3/z^5 + ..., for z far below 0; its terms shrink until k reaches z^2.
    private static HighPrecision MassBelow(HighPrecision z)
    {
        HighPrecision sum = HighPrecision.Zero;
        HighPrecision term = -HighPrecision.One / z;
        for (int k = 1; k < 120; k += 2)
        {
            sum += term;
            term = -term * HighPrecision.FromInteger(k) / (z * z);
        }

        return sum;
    }
}
