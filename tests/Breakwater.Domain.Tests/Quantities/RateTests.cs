using System.Numerics;
using FsCheck;

namespace Breakwater.Domain.Tests;

public class RateTests
{
    [Fact]
    public void A_rate_is_held_in_lowest_terms()
    {
        Assert.Equal(Rate.FromFraction(1, 30), Rate.FromFraction(100, 3_000));
        Assert.Equal(Rate.FromFraction(-1, 250), Rate.FromDecimal(-0.004m));
        Assert.Equal((1L, 30L), (Rate.FromFraction(7, 210).Numerator, Rate.FromFraction(7, 210).Denominator));
        Assert.Equal(Rate.Zero, Rate.FromFraction(0, 17));
    }

    [Fact]
    public void A_denominator_is_positive() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Rate.FromFraction(1, 0));

    [Theory]
    [InlineData(Rounding.Floor)]
    [InlineData(Rounding.Ceiling)]
    public void A_share_of_an_amount_is_the_whole_number_next_to_it(Rounding rounding) =>
        Property.ForAll<DoNotSize<long>, DoNotSize<int>, DoNotSize<int>>(
            (anyAmount, anyNumerator, anyDenominator) =>
            {
                (long amount, int numerator) = (anyAmount.Item, anyNumerator.Item);
                long divisor = Math.Max(Math.Abs((long)anyDenominator.Item), 1);
                BigInteger expected = Property.Divide((BigInteger)amount * numerator, divisor, rounding);
                if (expected < long.MinValue || expected > long.MaxValue)
                {
                    return true;
                }

                Rate rate = Rate.FromFraction(numerator, divisor);
                return rate.Of(Money.FromMinorUnits(amount), rounding).MinorUnits == expected;
            }
        );

    [Theory]
    [InlineData(4_000_000_000_000_000_000, 3_999_999_937, 4_000_000_007)]
    [InlineData(-9_000_000_000_000_000_000, 999_999_937, 1_000_000_007)]
    public void Products_beyond_64_bits_are_exact(long amount, long numerator, long denominator)
    {
        BigInteger expected = Property.Divide((BigInteger)amount * numerator, denominator, Rounding.Ceiling);
        Rate rate = Rate.FromFraction(numerator, denominator);
        Assert.Equal((long)expected, rate.Of(Money.FromMinorUnits(amount), Rounding.Ceiling).MinorUnits);
    }

    [Fact]
    public void A_share_that_does_not_fit_throws() =>
        Assert.Throws<OverflowException>(() => Rate.FromFraction(3, 1).Of(Money.MaxValue, Rounding.Floor));

    [Fact]
    public void Rates_compare_as_numbers() =>
        Property.ForAll<int, int, int>(
            (a, b, c) =>
            {
                long left = Math.Max(Math.Abs((long)b), 1);
                long right = Math.Max(Math.Abs((long)c), 1);
                int expected = ((BigInteger)a * right).CompareTo((BigInteger)a * left);
                return Math.Sign(Rate.FromFraction(a, left).CompareTo(Rate.FromFraction(a, right)))
                    == Math.Sign(expected);
            }
        );

    [Theory]
    [InlineData(20, 1_000_000_001, 50_000_001)]
    [InlineData(125, 1_000_000_000, 8_000_000)]
    [InlineData(3, 10, 4)]
    public void Initial_margin_is_rounded_against_the_trader(int leverage, long notional, long margin) =>
        Assert.Equal(margin, Leverage.FromMultiple(leverage).InitialMargin(Money.FromMinorUnits(notional)).MinorUnits);

    [Fact]
    public void Leverage_begins_at_one() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Leverage.FromHundredths(99));
}
