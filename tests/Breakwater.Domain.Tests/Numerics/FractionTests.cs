using System.Numerics;
using FsCheck;

namespace Breakwater.Domain.Tests;

public class FractionTests
{
    [Theory]
    [InlineData(7, 2, 3, 4)]
    [InlineData(-7, 2, -4, -3)]
    [InlineData(6, 2, 3, 3)]
    [InlineData(-6, 2, -3, -3)]
    [InlineData(0, 5, 0, 0)]
    [InlineData(-1, 5, -1, 0)]
    public void Rounding_goes_to_the_stated_side(long numerator, long denominator, long floor, long ceiling)
    {
        var fraction = new Fraction(numerator, denominator);
        Assert.Equal(floor, fraction.ToInt64(Rounding.Floor));
        Assert.Equal(ceiling, fraction.ToInt64(Rounding.Ceiling));
    }

    [Theory]
    [InlineData(Rounding.Floor)]
    [InlineData(Rounding.Ceiling)]
    public void Scaling_takes_the_same_value_by_the_short_and_the_long_path(Rounding rounding) =>
        Property.ForAll<DoNotSize<long>, DoNotSize<long>, DoNotSize<long>>(
            (anyAmount, anyNumerator, anyDenominator) =>
            {
                (long amount, long numerator) = (anyAmount.Item, anyNumerator.Item);
                long divisor = Math.Max(Math.Abs(anyDenominator.Item >> 1), 1);
                BigInteger expected = Property.Divide((BigInteger)amount * numerator, divisor, rounding);
                if (expected < long.MinValue || expected > long.MaxValue)
                {
                    return true;
                }

                return Fraction.Scale(amount, numerator, divisor, rounding) == expected
                    && new Fraction((Int128)amount * numerator, divisor).ToInt64(rounding) == expected;
            }
        );

    [Fact]
    public void A_denominator_is_positive() => Assert.Throws<ArgumentOutOfRangeException>(() => new Fraction(1, -1));
}
