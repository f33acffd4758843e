namespace Breakwater.Domain;

public static partial class PortableMath
{
    private const double SmallestNormal = 2.2250738585072014e-308;
    private const long ExponentBits = -1L << 52;

    // ln 2 in two parts, the first with 42 bits after the point: an exponent times it is exact.
    private const double Ln2High = 0.6931471805598903;
    private const double Ln2Low = 5.497923018708371e-14;

    /// <summary>Natural logarithm.</summary>
    /// <remarks>
    /// Error: 0.5001 ulp. Minus infinity at zero of either sign, not a number below. Method: as in
    /// <see cref="LogOfPositive"/>.
    /// </remarks>
    public static double Log(double x)
    {
        if (x > 0 && x < double.PositiveInfinity)
        {
            return LogOfPositive(x).High;
        }

        if (x == 0)
        {
            return double.NegativeInfinity;
        }

        return x > 0 ? x : double.NaN;
    }

    /// <summary>Natural logarithm of a positive finite number.</summary>
    /// <remarks>
    /// Relative error: 2^-65.2. Method: x = 2^k z; a table gives c near 1/z; with r = z c - 1, the logarithm is k ln 2
    /// - ln c + ln(1 + r). The first two terms of Taylor's series for ln(1 + r) are carried in double-double. The idea
    /// of the table: Tang, "Table-driven implementation of the logarithm function in IEEE floating-point arithmetic",
    /// ACM Transactions on Mathematical Software 16, 1990.
    /// </remarks>
    internal static DoubleDouble LogOfPositive(double x)
    {
        bool subnormal = x < SmallestNormal;
        long bits = BitConverter.DoubleToInt64Bits(subnormal ? x * PowerOfTwo(54) : x);
        long offset = bits - ReciprocalsStart;
        double z = BitConverter.Int64BitsToDouble(bits - (offset & ExponentBits));
        int k = (int)(offset >> 52) - (subnormal ? 54 : 0);
        ref readonly Reciprocal row = ref Reciprocals[(int)(offset >> 46) & 63];
        double c = row.Value;

        // c has nine significant bits: both products are exact.
        double zUpper = DoubleDouble.Upper(z);
        DoubleDouble r = DoubleDouble.Sum(zUpper * c - 1, (z - zUpper) * c);

        // Exact, because both terms have 42 bits after the point.
        double whole = k * Ln2High + row.Log;
        double wholeLow = k * Ln2Low + row.LogLow;

        double rUpper = DoubleDouble.Upper(r.High);
        double squareUpper = -0.5 * rUpper * rUpper;
        double squareLower = -0.5 * (r.High - rUpper) * (r.High + rUpper);

        // In order, because |whole| is 0 or larger than |r|.
        DoubleDouble linear = DoubleDouble.SumOrdered(whole, r.High);
        DoubleDouble quadratic = DoubleDouble.SumOrdered(linear.High, squareUpper);
        double low = (wholeLow + linear.Low) + (quadratic.Low + squareLower) + r.Low * (1 - r.High) + LogTail(r.High);
        return DoubleDouble.SumOrdered(quadratic.High, low);
    }

    // ln(1 + r) - r + r^2/2 by Taylor's series: the first term left out is below 2^-77.
    private static double LogTail(double r)
    {
        double r2 = r * r;
        double r4 = r2 * r2;
        double low = (1.0 / 3 - r * (1.0 / 4)) + r2 * (1.0 / 5 - r * (1.0 / 6));
        double high = (1.0 / 7 - r * (1.0 / 8)) + r2 * (1.0 / 9 - r * (1.0 / 10));
        return r * r2 * (low + r4 * high);
    }
}
