namespace Breakwater.Domain;

/// <summary>An unevaluated sum of two doubles, worth about 106 significant bits.</summary>
/// <remarks>
/// Error-free sums after Knuth (The Art of Computer Programming, vol. 2, 4.2.2) and products after Dekker (Numerische
/// Mathematik 18, 1971), without fused multiply-add.
/// </remarks>
/// <param name="High">The sum rounded to a double.</param>
/// <param name="Low">What that rounding lost.</param>
internal readonly record struct DoubleDouble(double High, double Low)
{
    private const long UpperHalfOfSignificand = -1L << 27;

    /// <summary>a + b, exactly.</summary>
    public static DoubleDouble Sum(double a, double b)
    {
        double high = a + b;
        double bRounded = high - a;
        double aRounded = high - bRounded;
        return new(high, (a - aRounded) + (b - bRounded));
    }

    /// <summary>a + b, exactly, where |a| >= |b| or a = 0.</summary>
    public static DoubleDouble SumOrdered(double a, double b)
    {
        double high = a + b;
        return new(high, (a - high) + b);
    }

    /// <summary>a * b, within 2^-104 of itself, where neither it nor its low part overflows or underflows.</summary>
    public static DoubleDouble Product(double a, double b)
    {
        double high = a * b;
        double aUpper = Upper(a);
        double bUpper = Upper(b);
        double aLower = a - aUpper;
        double bLower = b - bUpper;
        double low = ((aUpper * bUpper - high) + aUpper * bLower + aLower * bUpper) + aLower * bLower;
        return new(high, low);
    }

    /// <summary>The upper 26 of 53 significant bits: a product of two such numbers is exact.</summary>
    public static double Upper(double value) =>
        BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(value) & UpperHalfOfSignificand);
}
