using Breakwater.Testing;

namespace Breakwater.Domain.Tests;

public class ExpTests
{
    private const int Count = 10_000;
    private const double SmallestNormalArgument = -708.396;

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(SmallestNormalArgument, 709.78)]
    [InlineData(-0.011, 0.011)]
    public void Error_stays_near_half_an_ulp(double low, double high) =>
        Accuracy.Worst(Points.Between(low, high, Count), PortableMath.Exp, HighPrecision.Exp).IsBelow(0.55);

    [Fact]
    public void Tiny_arguments_of_either_sign_are_as_good()
    {
        IEnumerable<double> tiny = Points.OfAllSizes(1e-30, 0.1, Count);
        Accuracy.Worst(tiny.Concat(tiny.Select(x => -x)), PortableMath.Exp, HighPrecision.Exp).IsBelow(0.55);
    }

    [Fact]
    public void Subnormal_results_round_twice_and_stay_below_an_ulp() =>
        Accuracy
            .Worst(Points.Between(-745.13, SmallestNormalArgument, Count), PortableMath.Exp, HighPrecision.Exp)
            .IsBelow(0.77);

    [Fact]
    public void Neighbours_of_every_table_boundary_are_as_good()
    {
        IEnumerable<double> boundaries = Enumerable.Range(-4_600, 9_200).Select(n => (7 * n + 0.5) * Math.Log(2) / 32);
        IEnumerable<double> sides = boundaries.SelectMany(x => new[] { Math.BitDecrement(x), x, Math.BitIncrement(x) });
        Accuracy.Worst(sides, PortableMath.Exp, HighPrecision.Exp).IsBelow(0.55);
    }

    [Theory]
    [InlineData(0.0, 1)]
    [InlineData(5e-324, 1)]
    [InlineData(1, Math.E)]
    [InlineData(709.782712893384, 1.7976931348622732e308)]
    [InlineData(709.7827128933841, double.PositiveInfinity)]
    [InlineData(-745.1332191019411, 5e-324)]
    [InlineData(-745.1332191019412, 0)]
    [InlineData(double.MaxValue, double.PositiveInfinity)]
    [InlineData(double.MinValue, 0)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(double.NaN, double.NaN)]
    public void Edges(double x, double expected) => Bits.Equal(expected, PortableMath.Exp(x));

    [Fact]
    public void Negative_zero_is_zero() => Bits.Equal(1, PortableMath.Exp(-0.0));
}
