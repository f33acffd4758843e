using System.Numerics;

namespace Breakwater.Testing;

/// <summary>A binary number with 256 significant bits: the oracle for functions that return doubles.</summary>
/// <remarks>
/// Each operation rounds down to 256 bits. Exp and Log use series alone, no constants; they keep more than 200 bits for
/// whatever a double can hold and whose result a double can hold.
/// </remarks>
/// <param name="Significand">Signed, at most 256 bits after an operation.</param>
/// <param name="Exponent">The value is Significand times two to this power.</param>
public readonly record struct HighPrecision(BigInteger Significand, int Exponent)
{
    private const int Bits = 256;

    public static HighPrecision Zero => FromInteger(0);

    public static HighPrecision One => FromInteger(1);

    /// <summary>Machin's formula.</summary>
    public static HighPrecision Pi { get; } =
        FromInteger(16) * ArcTangentOfReciprocal(5) - FromInteger(4) * ArcTangentOfReciprocal(239);

    /// <summary>Without its sign, a number other than zero lies in [2^(Magnitude - 1), 2^Magnitude).</summary>
    public int Magnitude => (int)BigInteger.Abs(Significand).GetBitLength() + Exponent;

    public static HighPrecision FromInteger(int value) => new(value, 0);

    /// <summary>Exact.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is infinite or not a number.</exception>
    public static HighPrecision FromDouble(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "must be finite");
        }

        long bits = BitConverter.DoubleToInt64Bits(value);
        long fraction = bits & ((1L << 52) - 1);
        int exponent = (int)(bits >> 52) & 0x7FF;
        long significand = exponent == 0 ? fraction : fraction | (1L << 52);
        return new(bits < 0 ? -significand : significand, Math.Max(exponent, 1) - 1075);
    }

    public static HighPrecision operator +(HighPrecision a, HighPrecision b)
    {
        int exponent = Math.Min(a.Exponent, b.Exponent);
        return Round((a.Significand << (a.Exponent - exponent)) + (b.Significand << (b.Exponent - exponent)), exponent);
    }

    public static HighPrecision operator -(HighPrecision a) => a with { Significand = -a.Significand };

    public static HighPrecision operator -(HighPrecision a, HighPrecision b) => a + -b;

    public static HighPrecision operator *(HighPrecision a, HighPrecision b) =>
        Round(a.Significand * b.Significand, a.Exponent + b.Exponent);

    public static HighPrecision operator /(HighPrecision a, HighPrecision b) =>
        Round((a.Significand << (2 * Bits)) / b.Significand, a.Exponent - b.Exponent - 2 * Bits);

    /// <summary>Taylor's series of x / 2^h, squared h times.</summary>
    public static HighPrecision Exp(HighPrecision x)
    {
        int halvings = Math.Max(x.Magnitude + 16, 0);
        HighPrecision reduced = x with { Exponent = x.Exponent - halvings };
        HighPrecision sum = One;
        HighPrecision term = One;
        for (int n = 1; !term.IsNegligibleBeside(sum); n++)
        {
            term = term * reduced / FromInteger(n);
            sum += term;
        }

        for (int i = 0; i < halvings; i++)
        {
            sum *= sum;
        }

        return sum;
    }

    /// <summary>A double near the logarithm, plus the series for the logarithm of what remains.</summary>
    public static HighPrecision Log(HighPrecision x)
    {
        HighPrecision guess = FromDouble(Math.Log((double)x.Significand) + x.Exponent * Math.Log(2));
        HighPrecision remainder = x * Exp(-guess) - One;
        HighPrecision sum = guess;
        HighPrecision power = remainder;
        for (int n = 1; !power.IsNegligibleBeside(One); n++)
        {
            sum += power / FromInteger(int.IsOddInteger(n) ? n : -n);
            power *= remainder;
        }

        return sum;
    }

    /// <summary>Distance of a double from this value, in units in the last place of a double of this size.</summary>
    public double ErrorInUlps(double actual)
    {
        int ulp = Math.Max(Magnitude - 53, -1074);
        HighPrecision difference = FromDouble(actual) - this;
        return Math.ScaleB(Math.Abs((double)difference.Significand), difference.Exponent - ulp);
    }

    public bool IsNegligibleBeside(HighPrecision other) => Significand.IsZero || Magnitude < other.Magnitude - Bits;

    private static HighPrecision ArcTangentOfReciprocal(int n)
    {
        HighPrecision power = One / FromInteger(n);
        HighPrecision sum = Zero;
        for (int k = 0; !power.IsNegligibleBeside(One); k++)
        {
            HighPrecision term = power / FromInteger(2 * k + 1);
            sum += int.IsEvenInteger(k) ? term : -term;
            power /= FromInteger(n * n);
        }

        return sum;
    }

    private static HighPrecision Round(BigInteger significand, int exponent)
    {
        int excess = (int)significand.GetBitLength() - Bits;
        return excess > 0 ? new(significand >> excess, exponent + excess) : new(significand, exponent);
    }
}
