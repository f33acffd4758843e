using System.Numerics;

namespace Breakwater.Domain;

/// <summary>An exact rational number of any size: what the formulas of a margin calculator are reckoned in.</summary>
/// <remarks>
/// A ratio of two 64-bit integers while they fit, then of 128-bit ones, then of integers of any size. Ratios are not reduced while
/// they fit; equal numbers are equal however they came about. The default is zero. The deterministic engine counts in integers and does not need this
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
    private readonly long _numerator;

    // One less than the denominator, so that default(Rational) is 0/1.
    private readonly long _denominatorLessOne;

    // Null while numerator and denominator fit 64 bits.
    private readonly WideRatio? _wide;

    private Rational(long numerator, long denominator)
    {
        _numerator = numerator;
        _denominatorLessOne = denominator - 1;
    }

    private Rational(WideRatio wide) => _wide = wide;

    public static Rational Zero => default;

    public static Rational One => new(1, 1);

    public bool IsZero => Sign == 0;

    public bool IsPositive => Sign > 0;

    public bool IsNegative => Sign < 0;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => _wide is null ? Math.Sign(_numerator) : _wide.Sign;

    public Rational Magnitude => IsNegative ? -this : this;

    private long Denominator => _denominatorLessOne + 1;

    public static Rational FromInteger(long value) => new(value, 1);

    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public static Rational FromFraction(Int128 numerator, Int128 denominator) =>
        denominator == 0 ? throw new DivideByZeroException() : FromBig(numerator, denominator);

    public static Rational FromRate(Rate rate) => new(rate.Numerator, rate.Denominator);

    public static Rational FromDecimal(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        UInt128 magnitude = unchecked(new UInt128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]));
        Int128 numerator = bits[3] < 0 ? -(Int128)magnitude : (Int128)magnitude;
        return From128(numerator, (Int128)BigInteger.Pow(10, (bits[3] >> 16) & 0xff));
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
        if (_wide is null)
        {
            return new(new Fraction(_numerator, Denominator).ToInt64(rounding), 1);
        }

        if (TryGet128(out Int128 over, out Int128 under))
        {
            (Int128 whole, Int128 rest) = Int128.DivRem(over, under);
            return From128(whole + CorrectionOf(Int128.Sign(rest), rounding), 1);
        }

        (BigInteger numerator, BigInteger denominator) = Big();
        BigInteger quotient = BigInteger.DivRem(numerator, denominator, out BigInteger remainder);
        return FromBig(quotient + CorrectionOf(remainder.Sign, rounding), BigInteger.One);
    }

    // Division cuts towards zero.
    private static int CorrectionOf(int signOfRemainder, Rounding rounding) =>
        rounding == Rounding.Floor ? Math.Min(signOfRemainder, 0) : Math.Max(signOfRemainder, 0);

    /// <summary>The whole number next to this one on the stated side.</summary>
    /// <exception cref="OverflowException">It does not fit 64 bits.</exception>
    public long ToInt64(Rounding rounding) => (long)ToInteger(rounding).Big().Numerator;

    /// <summary>The whole number next to this one towards zero.</summary>
    public Rational Truncate() => ToInteger(IsNegative ? Rounding.Ceiling : Rounding.Floor);

    /// <summary>Nearest double, for display; never for a balance.</summary>
    public double ToDouble() => double.Parse(ToString(), System.Globalization.CultureInfo.InvariantCulture);

    public int CompareTo(Rational other)
    {
        if (_wide is not null || other._wide is not null)
        {
            return CompareWide(this, other);
        }

        return Denominator == other.Denominator
            ? _numerator.CompareTo(other._numerator)
            : Math.BigMul(_numerator, other.Denominator).CompareTo(Math.BigMul(other._numerator, Denominator));
    }

    /// <summary>Kept as the same ratio: cheaper to see than that two numbers are equal, and not so for all that are.</summary>
    public bool IsSameRatio(Rational other) =>
        _wide is null && other._wide is null
            ? _numerator == other._numerator && _denominatorLessOne == other._denominatorLessOne
            : _wide is not null && other._wide is not null && _wide.IsSameRatio(other._wide);

    public bool Equals(Rational other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode()
    {
        (BigInteger numerator, BigInteger denominator) = Big();
        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        return (int)((numerator / divisor * 31 + denominator / divisor) % int.MaxValue);
    }

    public static Rational operator +(Rational left, Rational right)
    {
        if (left._wide is not null || right._wide is not null)
        {
            return AddWide(left, right);
        }

        (long low, long high) = (left.Denominator, right.Denominator);
        if (low == high)
        {
            return From128(unchecked((Int128)left._numerator + right._numerator), low);
        }

        // Decimal fractions share the larger of their denominators: multiplying the two would soon leave 64 bits.
        if (high % low == 0)
        {
            return Reduced(unchecked(Math.BigMul(left._numerator, high / low) + right._numerator), high);
        }

        if (low % high == 0)
        {
            return Reduced(unchecked(left._numerator + Math.BigMul(right._numerator, low / high)), low);
        }

        return Sum(left._numerator, low, right._numerator, high);
    }

    public static Rational operator -(Rational left, Rational right) => left + -right;

    public static Rational operator -(Rational value)
    {
        if (value._wide is null && value._numerator != long.MinValue)
        {
            return new(-value._numerator, value.Denominator);
        }

        return value.NegateWide();
    }

    public static Rational operator *(Rational left, Rational right) =>
        left._wide is null && right._wide is null
            ? Product(left._numerator, right._numerator, left.Denominator, right.Denominator)
            : MultiplyWide(left, right);

    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static Rational operator /(Rational left, Rational right)
    {
        if (right.IsZero)
        {
            throw new DivideByZeroException();
        }

        if (left._wide is not null || right._wide is not null || right._numerator == long.MinValue)
        {
            return MultiplyWide(left, right.Inverse());
        }

        return right._numerator > 0
            ? Product(left._numerator, right.Denominator, left.Denominator, right._numerator)
            : Product(left._numerator, -right.Denominator, left.Denominator, -right._numerator);
    }

    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;
}
