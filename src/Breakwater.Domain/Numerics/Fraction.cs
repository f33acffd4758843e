using System.Runtime.CompilerServices;

namespace Breakwater.Domain;

/// <summary>What a venue's formula returns: an exact quotient that the caller divides once.</summary>
/// <remarks>The denominator is positive; the fraction is not reduced.</remarks>
/// <exception cref="ArgumentOutOfRangeException">The denominator is zero or negative.</exception>
public readonly record struct Fraction
{
    public Fraction(Int128 numerator, Int128 denominator)
    {
        if (denominator <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(denominator), denominator, "must be positive");
        }

        Numerator = numerator;
        Denominator = denominator;
    }

    public Int128 Numerator { get; }

    public Int128 Denominator { get; }

    /// <summary>The whole number next to this quotient on the stated side.</summary>
    /// <exception cref="OverflowException">It does not fit 64 bits.</exception>
    public long ToInt64(Rounding rounding)
    {
        // Int128 division costs tens of nanoseconds; nearly every quotient in practice fits 64 bits.
        if (FitsInt64(Numerator) && Denominator <= long.MaxValue)
        {
            return Divide((long)Numerator, (long)Denominator, rounding);
        }

        (Int128 quotient, Int128 remainder) = Int128.DivRem(Numerator, Denominator);
        return checked((long)(quotient + Correction(Int128.Sign(remainder), rounding)));
    }

    /// <summary>An amount times a ratio, in whole units; the ratio need not be in lowest terms.</summary>
    /// <param name="denominator">Positive.</param>
    /// <exception cref="OverflowException">The result does not fit 64 bits.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Scale(long amount, long numerator, long denominator, Rounding rounding)
    {
        long high = Math.BigMul(amount, numerator, out long low);
        return high == low >> 63
            ? Divide(low, denominator, rounding)
            : ScaleBeyond64Bits(amount, numerator, denominator, rounding);
    }

    /// <summary>Nearest double, for display and for behaviour; never for a balance.</summary>
    public double ToDouble() => (double)Numerator / (double)Denominator;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long ScaleBeyond64Bits(long amount, long numerator, long denominator, Rounding rounding) =>
        new Fraction((Int128)amount * numerator, denominator).ToInt64(rounding);

    private static bool FitsInt64(Int128 value) => value >= long.MinValue && value <= long.MaxValue;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Divide(long numerator, long denominator, Rounding rounding)
    {
        (long quotient, long remainder) = Math.DivRem(numerator, denominator);
        return quotient + Correction(Math.Sign(remainder), rounding);
    }

    // Division truncates towards zero: a remainder's sign says on which side of the quotient the truth lies.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Correction(int remainderSign, Rounding rounding) =>
        rounding switch
        {
            Rounding.Floor => Math.Min(remainderSign, 0),
            Rounding.Ceiling => Math.Max(remainderSign, 0),
            _ => throw new ArgumentOutOfRangeException(nameof(rounding), rounding, null),
        };
}
