using System.Numerics;

namespace Breakwater.Domain;

// How ratios that leave 64 bits are kept short. Two products of 64-bit numbers, and their sum, stay inside 128 bits.
public readonly partial struct Rational
{
    private static Rational Reduced(Int128 numerator, Int128 denominator)
    {
        if (FitsLong(numerator, denominator))
        {
            return OfLongs(numerator, denominator);
        }

        UInt128 divisor = CommonDivisor(Absolute(numerator), (UInt128)denominator);
        return divisor == 1
            ? new(new WideRatio(numerator, denominator))
            : From128(numerator / (Int128)divisor, denominator / (Int128)divisor);
    }

    private static Rational Sum(long numerator, long denominator, long otherNumerator, long otherDenominator)
    {
        Int128 sum = CrossSum(numerator, denominator, otherNumerator, otherDenominator);
        Int128 product = Math.BigMul(denominator, otherDenominator);
        if (FitsLong(sum, product))
        {
            return OfLongs(sum, product);
        }

        // A divisor of 64 bits is found in a fraction of the time that one of 128 takes, and is often all there is.
        var common = (long)CommonDivisor((ulong)denominator, (ulong)otherDenominator);
        (long own, long other) = (denominator / common, otherDenominator / common);
        return Reduced(CrossSum(numerator, own, otherNumerator, other), Math.BigMul(own, otherDenominator));
    }

    private static Int128 CrossSum(long numerator, long denominator, long otherNumerator, long otherDenominator) =>
        unchecked(Math.BigMul(numerator, otherDenominator) + Math.BigMul(otherNumerator, denominator));

    /// <param name="denominator">Positive, like the other one.</param>
    private static Rational Product(long numerator, long otherNumerator, long denominator, long otherDenominator)
    {
        Int128 over = Math.BigMul(numerator, otherNumerator);
        Int128 under = Math.BigMul(denominator, otherDenominator);
        if (FitsLong(over, under))
        {
            return OfLongs(over, under);
        }

        Shorten(ref numerator, ref otherDenominator);
        Shorten(ref otherNumerator, ref denominator);
        return Reduced(Math.BigMul(numerator, otherNumerator), Math.BigMul(denominator, otherDenominator));
    }

    private static void Shorten(ref long numerator, ref long denominator)
    {
        ulong magnitude = unchecked((ulong)(numerator < 0 ? -numerator : numerator));
        var common = (long)CommonDivisor(magnitude, (ulong)denominator);
        (numerator, denominator) = (numerator / common, denominator / common);
    }

    private static Rational OfLongs(Int128 numerator, Int128 denominator) =>
        unchecked(new((long)numerator, (long)denominator));

    private static UInt128 Absolute(Int128 value) => unchecked((UInt128)(Int128.IsNegative(value) ? -value : value));

    private static UInt128 CommonDivisor(UInt128 a, UInt128 b)
    {
        if (a <= ulong.MaxValue && b <= ulong.MaxValue)
        {
            return CommonDivisor((ulong)a, (ulong)b);
        }

        if (a == 0 || b == 0)
        {
            return a | b;
        }

        int twos = TrailingZeros(a | b);
        (a, b) = (a >> TrailingZeros(a), b >> TrailingZeros(b));
        unchecked
        {
            while (a != b && (a > ulong.MaxValue || b > ulong.MaxValue))
            {
                UInt128 apart = a > b ? a - b : b - a;
                (a, b) = (a > b ? b : a, apart >> TrailingZeros(apart));
            }

            return (a == b ? a : OddDivisor((ulong)a, (ulong)b)) << twos;
        }
    }

    private static ulong CommonDivisor(ulong a, ulong b)
    {
        (ulong large, ulong small) = a > b ? (a, b) : (b, a);
        ulong rest = small == 0 ? 0 : large % small;
        if (rest == 0)
        {
            return small == 0 ? large : small;
        }

        // From here on both are of the length of the smaller one.
        int twos = BitOperations.TrailingZeroCount(rest | small);
        return OddDivisor(
                rest >> BitOperations.TrailingZeroCount(rest),
                small >> BitOperations.TrailingZeroCount(small)
            ) << twos;
    }

    // Of two odd numbers. No branch in the loop depends on which is larger: a processor guesses that wrong every other time.
    private static ulong OddDivisor(ulong a, ulong b)
    {
        unchecked
        {
            while (a != b && b != 1)
            {
                ulong apart = a - b;
                ulong allIfBelow = (ulong)-(a < b ? 1L : 0L);
                b += apart & allIfBelow;
                a = (apart ^ allIfBelow) - allIfBelow;
                a >>= BitOperations.TrailingZeroCount(a);
            }

            return b;
        }
    }

    private static int TrailingZeros(UInt128 value) => (int)UInt128.TrailingZeroCount(value);
}
