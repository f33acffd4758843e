using Breakwater.Testing;

namespace Breakwater.Domain.Tests;

public class LogTests
{
    private const int Count = 10_000;

    [Fact]
    public void Error_is_half_an_ulp_over_all_positive_doubles() =>
        Accuracy
            .Worst(Points.OfAllSizes(double.Epsilon, double.MaxValue, Count), PortableMath.Log, HighPrecision.Log)
            .IsBelow(0.5005);

    [Theory]
    [InlineData(0.5, 2)]
    [InlineData(0.99, 1.01)]
    [InlineData(0.99999999, 1.00000001)]
    public void Error_is_half_an_ulp_around_1(double low, double high) =>
        Accuracy.Worst(Points.Between(low, high, Count), PortableMath.Log, HighPrecision.Log).IsBelow(0.5005);

    [Fact]
    public void Next_to_1_nothing_is_lost()
    {
        IEnumerable<double> neighbours = Enumerable
            .Range(1, 50)
            .SelectMany(i => new[] { 1 + Math.ScaleB(1, -i), 1 - Math.ScaleB(1, -i) });
        Accuracy.Worst(neighbours, PortableMath.Log, HighPrecision.Log).IsBelow(0.5005);
    }

    [Fact]
    public void Neighbours_of_every_table_boundary_are_as_good()
    {
        const long lowest = 0x3FE6100000000000;
        IEnumerable<double> sides = Enumerable
            .Range(0, 65)
            .Select(row => lowest + ((long)row << 46))
            .SelectMany(bits => new[] { bits - 1, bits })
            .Select(BitConverter.Int64BitsToDouble);
        Accuracy.Worst(sides, PortableMath.Log, HighPrecision.Log).IsBelow(0.5005);
    }

    [Fact]
    public void The_double_double_has_65_bits()
    {
        IEnumerable<double> around1 = Points.Between(0.5, 2, Count);
        foreach (double x in around1.Concat(Points.OfAllSizes(double.Epsilon, double.MaxValue, Count)))
        {
            HighPrecision exact = HighPrecision.Log(HighPrecision.FromDouble(x));
            DoubleDouble log = PortableMath.LogOfPositive(x);
            HighPrecision error = HighPrecision.FromDouble(log.High) + HighPrecision.FromDouble(log.Low) - exact;
            Assert.True(error.Magnitude <= exact.Magnitude - 65, $"at {x:R}");
        }
    }

    [Theory]
    [InlineData(1, 0.0)]
    [InlineData(0.0, double.NegativeInfinity)]
    [InlineData(5e-324, -744.4400719213812)]
    [InlineData(double.MaxValue, 709.782712893384)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(-5e-324, double.NaN)]
    [InlineData(-1, double.NaN)]
    [InlineData(double.NegativeInfinity, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    public void Edges(double x, double expected) => Bits.Equal(expected, PortableMath.Log(x));

    [Fact]
    public void Negative_zero_is_zero() => Bits.Equal(double.NegativeInfinity, PortableMath.Log(-0.0));
}
