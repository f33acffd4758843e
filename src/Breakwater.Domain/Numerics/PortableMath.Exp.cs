namespace Breakwater.Domain;

public static partial class PortableMath
{
    private const double StepsPerUnit = 46.16624130844683; // 32 / ln 2

    // ln 2 / 32 in two parts, the first with 42 bits after the point: a number of steps times it is exact.
    private const double StepHigh = 0.021660849392446835;
    private const double StepLow = 5.145609244655338e-14;

    // 2^(j/32) and what its rounding lost, for j from 0 to 31.
    private static readonly DoubleDouble[] RootsOfTwo =
    [
        new(1.0, 0.0),
        new(1.0218971486541166, 5.109225028973444e-17),
        new(1.0442737824274138, 8.551889705537965e-17),
        new(1.0671404006768237, -7.899853966841582e-17),
        new(1.0905077326652577, -3.046782079812471e-17),
        new(1.1143867425958924, 1.0410278456845571e-16),
        new(1.1387886347566916, 8.912812676025408e-17),
        new(1.1637248587775775, 3.8292048369240935e-17),
        new(1.189207115002721, 3.982015231465646e-17),
        new(1.215247359980469, -7.712630692681488e-17),
        new(1.241857812073484, 4.658027591836937e-17),
        new(1.2690509571917332, 2.667932131342186e-18),
        new(1.2968395546510096, 2.5382502794888315e-17),
        new(1.3252366431597413, -2.8587312100388614e-17),
        new(1.3542555469368927, 7.70094837980299e-17),
        new(1.383909881963832, -6.770511658794786e-17),
        new(1.4142135623730951, -9.667293313452913e-17),
        new(1.4451808069770467, -3.0237581349939873e-17),
        new(1.4768261459394993, -3.483994556892796e-17),
        new(1.5091644275934228, -1.016455327754295e-16),
        new(1.5422108254079407, 7.949834809697621e-17),
        new(1.5759808451078865, -1.0136916471278304e-17),
        new(1.6104903319492543, 2.4707192569797888e-17),
        new(1.645755478153965, -1.0125679913674773e-16),
        new(1.681792830507429, 8.199010020581497e-17),
        new(1.718619298122478, -1.851380418263111e-17),
        new(1.7562521603732995, 2.960140695448873e-17),
        new(1.7947090750031072, 1.8227458427912087e-17),
        new(1.8340080864093424, 3.283107224245627e-17),
        new(1.8741676341103, -6.122763413004143e-17),
        new(1.9152065613971474, -1.0619946056195963e-16),
        new(1.9571441241754002, 8.960767791036668e-17),
    ];

    /// <summary>e to the power of x.</summary>
    /// <remarks>
    /// Error: 0.547 ulp; 0.762 ulp where the result is subnormal. Infinite above 709.78, zero below -745.13. Method: x
    /// is n ln 2 / 32 + r; a table gives 2^(n/32), a polynomial of degree 6 gives exp(r) - 1 (Tang, "Table-driven
    /// implementation of the exponential function in IEEE floating-point arithmetic", ACM Transactions on Mathematical
    /// Software 15, 1989).
    /// </remarks>
    public static double Exp(double x) => double.IsNaN(x) ? double.NaN : ExpOfSum(x, 0);

    /// <summary>e to the power of an unevaluated sum.</summary>
    private static double ExpOfSum(double high, double low)
    {
        if (high > 710)
        {
            return double.PositiveInfinity;
        }

        if (high < -746)
        {
            return 0;
        }

        double steps = Math.Floor(high * StepsPerUnit + 0.5);
        double r = (high - steps * StepHigh) + (low - steps * StepLow);
        int step = (int)steps;
        DoubleDouble root = RootsOfTwo[step & 31];
        double significand = root.High + (root.Low + root.High * ExpMinusOne(r));
        return Scale(significand, step >> 5);
    }

    // Taylor's series: the first term left out is below 2^-58 for |r| <= ln 2 / 64.
    private static double ExpMinusOne(double r)
    {
        double r2 = r * r;
        return r + r2 * ((1.0 / 2 + r * (1.0 / 6)) + r2 * ((1.0 / 24 + r * (1.0 / 120)) + r2 * (1.0 / 720)));
    }

    // Two factors where one would not be a normal number; then only the last multiplication rounds.
    private static double Scale(double significand, int exponent)
    {
        if (exponent is >= -1020 and <= 1023)
        {
            return significand * PowerOfTwo(exponent);
        }

        int half = exponent >> 1;
        return significand * PowerOfTwo(half) * PowerOfTwo(exponent - half);
    }
}
