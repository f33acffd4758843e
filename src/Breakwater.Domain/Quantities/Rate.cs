using System.Runtime.CompilerServices;

namespace Breakwater.Domain;

/// <summary>An exact, dimensionless ratio: a margin rate, a fee, a funding rate, a slippage.</summary>
/// <remarks>
/// Held in lowest terms, so that 1/30 stays 1/30. The numerator may be negative, the denominator is positive. The default
/// is zero.
/// </remarks>
public readonly record struct Rate : IComparable<Rate>
{
    // One less than the denominator, so that default(Rate) is 0/1 and not 0/0.
    private readonly long _denominatorLessOne;

    private Rate(long numerator, long denominator)
    {
        Numerator = numerator;
        _denominatorLessOne = denominator - 1;
    }

    public long Numerator { get; }

    public long Denominator => _denominatorLessOne + 1;

    public static Rate Zero => default;

    public static Rate One => new(1, 1);

    public bool IsNegative => Numerator < 0;

    /// <param name="denominator">Positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The denominator is zero or negative.</exception>
    public static Rate FromFraction(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        long divisor = GreatestCommonDivisor(Math.Abs(numerator), denominator);
        return new(numerator / divisor, denominator / divisor);
    }

    /// <summary>A ratio written as a decimal number: 0.004 is 1/250.</summary>
    /// <exception cref="OverflowException">More digits than 18 before and after the point.</exception>
    public static Rate FromDecimal(decimal value)
    {
        long denominator = 1;
        while (value != decimal.Truncate(value))
        {
            value *= 10;
            denominator *= 10;
        }

        return FromFraction(decimal.ToInt64(value), denominator);
    }

    /// <param name="billionths">Parts in 1e9: the grid on which venues publish funding rates.</param>
    public static Rate FromBillionths(long billionths) => FromFraction(billionths, 1_000_000_000);

    /// <summary>This share of an amount, in whole minor units.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Money Of(Money amount, Rounding rounding) =>
        Money.FromMinorUnits(Fraction.Scale(amount.MinorUnits, Numerator, Denominator, rounding));

    /// <summary>This share of a quantity, in whole lots.</summary>
    public Quantity Of(Quantity quantity, Rounding rounding) =>
        Quantity.FromLots(Fraction.Scale(quantity.Lots, Numerator, Denominator, rounding));

    /// <summary>This share of a price, in whole ticks.</summary>
    public PriceDelta Of(Price price, Rounding rounding) =>
        PriceDelta.FromTicks(Fraction.Scale(price.Ticks, Numerator, Denominator, rounding));

    public int CompareTo(Rate other) =>
        ((Int128)Numerator * other.Denominator).CompareTo((Int128)other.Numerator * Denominator);

    public override string ToString() => FormattableString.Invariant($"{Numerator}/{Denominator}");

    /// <exception cref="OverflowException">A term of the sum does not fit 64 bits.</exception>
    public static Rate operator +(Rate left, Rate right) =>
        FromFraction(
            left.Numerator * right.Denominator + right.Numerator * left.Denominator,
            left.Denominator * right.Denominator
        );

    public static bool operator <(Rate left, Rate right) => left.CompareTo(right) < 0;

    public static bool operator >(Rate left, Rate right) => left.CompareTo(right) > 0;

    public static bool operator <=(Rate left, Rate right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Rate left, Rate right) => left.CompareTo(right) >= 0;

    private static long GreatestCommonDivisor(long a, long b)
    {
        while (a != 0)
        {
            (a, b) = (b % a, a);
        }

        return b;
    }
}
