namespace Breakwater.Domain;

public static partial class PortableMath
{
    /// <summary>x to the power of y.</summary>
    /// <remarks>
    /// Error: 0.549 ulp; 0.75 ulp where the result is subnormal. A power that is a normal double is exact. A negative x
    /// needs a whole y, else the result is not a number. Method: exp(y ln x), with ln x and the product in
    /// double-double.
    /// </remarks>
    public static double Pow(double x, double y)
    {
        if (y == 0 || x == 1)
        {
            return 1;
        }

        if (double.IsNaN(x) || double.IsNaN(y) || (x < 0 && double.IsFinite(x) && !IsWhole(y)))
        {
            return double.NaN;
        }

        double magnitude = PowOfMagnitude(Math.Abs(x), y);
        return double.IsNegative(x) && IsOdd(y) ? -magnitude : magnitude;
    }

    private static double PowOfMagnitude(double x, double y)
    {
        if (x == 1)
        {
            return 1;
        }

        if (x == 0 || double.IsInfinity(x) || double.IsInfinity(y))
        {
            return x > 1 == y > 0 ? double.PositiveInfinity : 0;
        }

        DoubleDouble log = LogOfPositive(x);
        DoubleDouble product = DoubleDouble.Product(y, log.High);
        return ExpOfSum(product.High, product.Low + y * log.Low);
    }

    // Infinities count as whole and even, as C99 has it.
    private static bool IsWhole(double value) => Math.Floor(value) == value;

    private static bool IsOdd(double value) => IsWhole(value) && !IsWhole(value / 2);
}
