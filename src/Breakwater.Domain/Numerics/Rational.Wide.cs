using System.Numerics;

namespace Breakwater.Domain;

// What happens when a numerator or a denominator leaves 64 bits.
public readonly partial struct Rational
{
    // Products of numbers whose lengths sum to this many bits stay inside Int128, and so does the sum of two of them.
    private const int ProductBits = 125;

    private static bool FitsLong(Int128 numerator, Int128 denominator) =>
        denominator <= long.MaxValue && numerator >= long.MinValue && numerator <= long.MaxValue;

    private static Rational From128(Int128 numerator, Int128 denominator) =>
        FitsLong(numerator, denominator)
            ? new((long)numerator, (long)denominator)
            : new(new WideRatio(numerator, denominator));

    private static Rational FromBig(BigInteger numerator, BigInteger denominator)
    {
        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        (BigInteger over, BigInteger under) = (numerator / divisor, denominator / divisor);
        bool fits = over.GetBitLength() < 127 && under.GetBitLength() < 127;
        return fits ? From128((Int128)over, (Int128)under) : new(new WideRatio(new BigRatio(over, under)));
    }

    private static int CompareWide(Rational left, Rational right)
    {
        if (left.Sign != right.Sign)
        {
            return left.Sign.CompareTo(right.Sign);
        }

        if (TryWithin128(left, right, out Int128 a, out Int128 b, out Int128 c, out Int128 d))
        {
            return unchecked(a * d).CompareTo(unchecked(c * b));
        }

        (BigInteger over, BigInteger under) = left.Big();
        (BigInteger otherOver, BigInteger otherUnder) = right.Big();
        return (over * otherUnder).CompareTo(otherOver * under);
    }

    private static Rational AddWide(Rational left, Rational right)
    {
        if (TryWithin128(left, right, out Int128 a, out Int128 b, out Int128 c, out Int128 d))
        {
            return unchecked(b == d ? From128(a + c, b) : From128(a * d + c * b, b * d));
        }

        (BigInteger over, BigInteger under) = left.Big();
        (BigInteger otherOver, BigInteger otherUnder) = right.Big();
        return FromBig(over * otherUnder + otherOver * under, under * otherUnder);
    }

    private static Rational MultiplyWide(Rational left, Rational right)
    {
        if (TryWithin128(left, right, out Int128 a, out Int128 b, out Int128 c, out Int128 d))
        {
            return unchecked(From128(a * c, b * d));
        }

        (BigInteger over, BigInteger under) = left.Big();
        (BigInteger otherOver, BigInteger otherUnder) = right.Big();
        return FromBig(over * otherOver, under * otherUnder);
    }

    private Rational NegateWide()
    {
        if (TryGet128(out Int128 over, out Int128 under) && over != Int128.MinValue)
        {
            return From128(-over, under);
        }

        (BigInteger numerator, BigInteger denominator) = Big();
        return new(new WideRatio(new BigRatio(-numerator, denominator)));
    }

    private Rational Inverse()
    {
        if (TryGet128(out Int128 over, out Int128 under) && over != Int128.MinValue)
        {
            return over > 0 ? From128(under, over) : From128(-under, -over);
        }

        (BigInteger numerator, BigInteger denominator) = Big();
        return FromBig(denominator, numerator);
    }

    // Whether every product of one's numerator or denominator with the other's stays inside 128 bits.
    private static bool TryWithin128(
        Rational left,
        Rational right,
        out Int128 leftOver,
        out Int128 leftUnder,
        out Int128 rightOver,
        out Int128 rightUnder
    )
    {
        bool known = left.TryGet128(out leftOver, out leftUnder) & right.TryGet128(out rightOver, out rightUnder);
        int longest = Math.Max(Bits(leftOver), Bits(leftUnder)) + Math.Max(Bits(rightOver), Bits(rightUnder));
        return known && longest <= ProductBits;
    }

    private static int Bits(Int128 value) =>
        128 - (int)Int128.LeadingZeroCount(Int128.IsNegative(value) ? ~value : value);

    private bool TryGet128(out Int128 numerator, out Int128 denominator)
    {
        if (_wide is null)
        {
            (numerator, denominator) = (_numerator, Denominator);
            return true;
        }

        (numerator, denominator) = (_wide.Numerator, _wide.Denominator);
        return _wide.Big is null;
    }

    private (BigInteger Numerator, BigInteger Denominator) Big()
    {
        if (_wide is null)
        {
            return (_numerator, Denominator);
        }

        return _wide.Big is { } big ? (big.Numerator, big.Denominator) : (_wide.Numerator, _wide.Denominator);
    }

    private sealed class WideRatio
    {
        public WideRatio(Int128 numerator, Int128 denominator) => (Numerator, Denominator) = (numerator, denominator);

        public WideRatio(BigRatio big) => Big = big;

        public Int128 Numerator { get; }

        public Int128 Denominator { get; }

        /// <summary>Null while 128 bits are enough.</summary>
        public BigRatio? Big { get; }

        public bool IsSameRatio(WideRatio other) =>
            Big is null && other.Big is null
                ? Numerator == other.Numerator && Denominator == other.Denominator
                : Big == other.Big;

        public int Sign => Big is null ? Int128.Sign(Numerator) : Big.Numerator.Sign;
    }

    private sealed record BigRatio(BigInteger Numerator, BigInteger Denominator);
}
