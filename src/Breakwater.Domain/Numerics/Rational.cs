using System.Numerics;

namespace Breakwater.Domain;

/// <summary>An exact rational number of any size: what the formulas of a margin calculator are reckoned in.</summary>
/// <remarks>
/// A ratio of two 128-bit integers while they fit, of two integers of any size beyond. Ratios are not reduced; equal numbers are
/// equal however they came about. The default is zero. The deterministic engine counts in integers and does not need this
/// type; the two share their formulas through generic arithmetic.
/// </remarks>
public readonly partial struct Rational
    : IEquatable<Rational>,
        IComparable<Rational>,
        IAdditionOperators<Rational, Rational, Rational>,
        ISubtractionOperators<Rational, Rational, Rational>,
        IMultiplyOperators<Rational, Rational, Rational>,
        IDivisionOperators<Rational, Rational, Rational>,
        IUnaryNegationOperators<Rational, Rational>,
        IComparisonOperators<Rational, Rational, bool>
{
    // Products of numbers whose lengths sum to this many bits stay inside Int128, and so does the sum of two of them.
    private const int ProductBits = 125;

    private readonly Int128 _numerator;

    // One less than the denominator, so that default(Rational) is 0/1.
    private readonly Int128 _denominatorLessOne;
    private readonly LargeRatio? _large;

    private Rational(Int128 numerator, Int128 denominator)
    {
        _numerator = numerator;
        _denominatorLessOne = denominator - 1;
    }

    private Rational(LargeRatio large) => _large = large;

    public static Rational Zero => default;

    public static Rational One => new(1, 1);

    public bool IsZero => _large is null && _numerator == 0;

    public bool IsPositive => Sign > 0;

    public bool IsNegative => Sign < 0;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => _large is null ? Int128.Sign(_numerator) : _large.Numerator.Sign;

    public Rational Magnitude => IsNegative ? -this : this;

    private Int128 Denominator => _denominatorLessOne + 1;

    public static Rational FromInteger(long value) => new(value, 1);

    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public static Rational FromFraction(Int128 numerator, Int128 denominator) =>
        denominator == 0 ? throw new DivideByZeroException() : FromLarge(numerator, denominator);

    public static Rational FromRate(Rate rate) => new(rate.Numerator, rate.Denominator);

    public static Rational FromDecimal(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var magnitude = new UInt128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        Int128 numerator = bits[3] < 0 ? -(Int128)magnitude : (Int128)magnitude;
        return new(numerator, (Int128)BigInteger.Pow(10, (bits[3] >> 16) & 0xff));
    }

    public static Rational Min(Rational left, Rational right) => left <= right ? left : right;

    public static Rational Max(Rational left, Rational right) => left >= right ? left : right;

    /// <exception cref="ArgumentException"><paramref name="low"/> is above <paramref name="high"/>.</exception>
    public static Rational Clamp(Rational value, Rational low, Rational high) =>
        low > high
            ? throw new ArgumentException("The lower bound is above the upper one.")
            : Max(low, Min(value, high));

    /// <summary>The whole number of steps next to this number on the stated side, times the step.</summary>
    /// <param name="step">Positive.</param>
    public Rational RoundTo(Rational step, Rounding rounding) => (this / step).ToInteger(rounding) * step;

    /// <summary>The whole number next to this one on the stated side.</summary>
    public Rational ToInteger(Rounding rounding)
    {
        LargeRatio large = ToLarge();
        BigInteger quotient = BigInteger.DivRem(large.Numerator, large.Denominator, out BigInteger remainder);
        int correction = rounding == Rounding.Floor ? Math.Min(remainder.Sign, 0) : Math.Max(remainder.Sign, 0);
        return FromLarge(quotient + correction, BigInteger.One);
    }

    /// <summary>The whole number next to this one on the stated side.</summary>
    /// <exception cref="OverflowException">It does not fit 64 bits.</exception>
    public long ToInt64(Rounding rounding) => (long)ToInteger(rounding).ToLarge().Numerator;

    /// <summary>The whole number next to this one towards zero.</summary>
    public Rational Truncate() => ToInteger(IsNegative ? Rounding.Ceiling : Rounding.Floor);

    /// <summary>Nearest double, for display; never for a balance.</summary>
    public double ToDouble() => double.Parse(ToString(), System.Globalization.CultureInfo.InvariantCulture);

    public int CompareTo(Rational other)
    {
        if (_large is null && other._large is null)
        {
            if (Denominator == other.Denominator)
            {
                return _numerator.CompareTo(other._numerator);
            }

            if (MultiplyWithin(_numerator, other.Denominator) && MultiplyWithin(other._numerator, Denominator))
            {
                return (_numerator * other.Denominator).CompareTo(other._numerator * Denominator);
            }
        }

        (LargeRatio left, LargeRatio right) = (ToLarge(), other.ToLarge());
        return (left.Numerator * right.Denominator).CompareTo(right.Numerator * left.Denominator);
    }

    public bool Equals(Rational other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode()
    {
        LargeRatio large = ToLarge();
        BigInteger divisor = BigInteger.GreatestCommonDivisor(large.Numerator, large.Denominator);
        return (int)((large.Numerator / divisor * 31 + large.Denominator / divisor) % int.MaxValue);
    }

    public static Rational operator +(Rational left, Rational right)
    {
        if (left._large is null && right._large is null)
        {
            Int128 over = left.Denominator;
            if (over == right.Denominator)
            {
                Int128 sum = unchecked(left._numerator + right._numerator);
                bool wrapped = Int128.IsNegative((left._numerator ^ sum) & (right._numerator ^ sum));
                return wrapped ? AddLarge(left, right) : new(sum, over);
            }

            if (TryCommonDenominator(left, right, out Rational scaledLeft, out Rational scaledRight))
            {
                return new(scaledLeft._numerator + scaledRight._numerator, scaledLeft.Denominator);
            }
        }

        return AddLarge(left, right);
    }

    public static Rational operator -(Rational left, Rational right) => left + -right;

    public static Rational operator -(Rational value) =>
        value._large is null && value._numerator != Int128.MinValue
            ? new(-value._numerator, value.Denominator)
            : FromLarge(-value.ToLarge().Numerator, value.ToLarge().Denominator);

    public static Rational operator *(Rational left, Rational right)
    {
        if (
            left._large is null
            && right._large is null
            && MultiplyWithin(left._numerator, right._numerator)
            && MultiplyWithin(left.Denominator, right.Denominator)
        )
        {
            return new(left._numerator * right._numerator, left.Denominator * right.Denominator);
        }

        (LargeRatio a, LargeRatio b) = (left.ToLarge(), right.ToLarge());
        return FromLarge(a.Numerator * b.Numerator, a.Denominator * b.Denominator);
    }

    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static Rational operator /(Rational left, Rational right)
    {
        if (right.IsZero)
        {
            throw new DivideByZeroException();
        }

        if (
            left._large is null
            && right._large is null
            && MultiplyWithin(left._numerator, right.Denominator)
            && MultiplyWithin(left.Denominator, right._numerator)
        )
        {
            Int128 numerator = left._numerator * right.Denominator;
            Int128 denominator = left.Denominator * right._numerator;
            return denominator > 0 ? new(numerator, denominator) : new(-numerator, -denominator);
        }

        (LargeRatio a, LargeRatio b) = (left.ToLarge(), right.ToLarge());
        return FromLarge(a.Numerator * b.Denominator, a.Denominator * b.Numerator);
    }

    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;

    private static Rational AddLarge(Rational left, Rational right)
    {
        (LargeRatio a, LargeRatio b) = (left.ToLarge(), right.ToLarge());
        return FromLarge(a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator);
    }

    // Decimal fractions share the larger of their denominators: multiplying the two would soon leave 128 bits.
    private static bool TryCommonDenominator(Rational a, Rational b, out Rational left, out Rational right)
    {
        if (a.Denominator <= long.MaxValue && b.Denominator <= long.MaxValue)
        {
            (long low, long high) = ((long)a.Denominator, (long)b.Denominator);
            if (high % low == 0 && MultiplyWithin(a._numerator, high / low))
            {
                (left, right) = (new(a._numerator * (high / low), high), b);
                return true;
            }

            if (low % high == 0 && MultiplyWithin(b._numerator, low / high))
            {
                (left, right) = (a, new(b._numerator * (low / high), low));
                return true;
            }
        }

        (left, right) = (a, b);
        if (
            !MultiplyWithin(a._numerator, b.Denominator)
            || !MultiplyWithin(b._numerator, a.Denominator)
            || !MultiplyWithin(a.Denominator, b.Denominator)
        )
        {
            return false;
        }

        Int128 common = a.Denominator * b.Denominator;
        (left, right) = (new(a._numerator * b.Denominator, common), new(b._numerator * a.Denominator, common));
        return true;
    }

    private static bool MultiplyWithin(Int128 left, Int128 right) => Bits(left) + Bits(right) <= ProductBits;

    private static int Bits(Int128 value) =>
        128 - (int)Int128.LeadingZeroCount(Int128.IsNegative(value) ? ~value : value);

    private LargeRatio ToLarge() => _large ?? new LargeRatio(_numerator, Denominator);

    private static Rational FromLarge(BigInteger numerator, BigInteger denominator)
    {
        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        (BigInteger over, BigInteger under) = (numerator / divisor, denominator / divisor);
        bool fits = over.GetBitLength() < 127 && under.GetBitLength() < 127;
        return fits ? new((Int128)over, (Int128)under) : new(new LargeRatio(over, under));
    }

    private sealed record LargeRatio(BigInteger Numerator, BigInteger Denominator);
}
