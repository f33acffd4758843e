using System.Runtime.CompilerServices;

namespace Breakwater.Domain;

public static partial class PortableMath
{
    /// <summary>Inverse of the standard normal distribution function: the z below which a share p lies.</summary>
    /// <remarks>
    /// Error: 5.7 ulp. Minus infinity at 0, plus infinity at 1, not a number outside [0, 1]. Source: the rational
    /// approximations PPND16 of Wichura, "Algorithm AS 241: The percentage points of the normal distribution", Applied
    /// Statistics 37, 1988.
    /// </remarks>
    public static double NormalQuantile(double p)
    {
        double q = p - 0.5;
        return Math.Abs(q) <= 0.425 ? CentralQuantile(q) : TailQuantile(p, upper: q > 0);
    }

    private static double CentralQuantile(double q)
    {
        double r = 0.180625 - q * q;
        double numerator = Polynomial(
            r,
            3.3871328727963666080,
            133.14166789178437745,
            1971.5909503065514427,
            13731.693765509461125,
            45921.953931549871457,
            67265.770927008700853,
            33430.575583588128105,
            2509.0809287301226727
        );
        double denominator = Polynomial(
            r,
            1,
            42.313330701600911252,
            687.18700749205790830,
            5394.1960214247511077,
            21213.794301586595867,
            39307.895800092710610,
            28729.085735721942674,
            5226.4952788528545610
        );
        return q * numerator / denominator;
    }

    private static double TailQuantile(double p, bool upper)
    {
        double tail = upper ? 1 - p : p;
        if (!(tail > 0))
        {
            return tail == 0 ? (upper ? double.PositiveInfinity : double.NegativeInfinity) : double.NaN;
        }

        double r = Math.Sqrt(-Log(tail));
        double magnitude = r <= 5 ? NearTail(r - 1.6) : FarTail(r - 5);
        return upper ? magnitude : -magnitude;
    }

    private static double NearTail(double r)
    {
        double numerator = Polynomial(
            r,
            1.42343711074968357734,
            4.63033784615654529590,
            5.76949722146069140550,
            3.64784832476320460504,
            1.27045825245236838258,
            0.241780725177450611770,
            0.0227238449892691845833,
            7.74545014278341407640e-4
        );
        double denominator = Polynomial(
            r,
            1,
            2.05319162663775882187,
            1.67638483018380384940,
            0.689767334985100004550,
            0.148103976427480074590,
            0.0151986665636164571966,
            5.47593808499534494600e-4,
            1.05075007164441684324e-9
        );
        return numerator / denominator;
    }

    private static double FarTail(double r)
    {
        double numerator = Polynomial(
            r,
            6.65790464350110377720,
            5.46378491116411436990,
            1.78482653991729133580,
            0.296560571828504891230,
            0.0265321895265761230930,
            1.24266094738807843860e-3,
            2.71155556874348757815e-5,
            2.01033439929228813265e-7
        );
        double denominator = Polynomial(
            r,
            1,
            0.599832206555887937690,
            0.136929880922735805310,
            0.0148753612908506148525,
            7.86869131145613259100e-4,
            1.84631831751005468180e-5,
            1.42151175831644588870e-7,
            2.04426310338993978564e-15
        );
        return numerator / denominator;
    }

    // Estrin's order: half the latency of Horner's, because its sums do not wait for each other.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Polynomial(
        double x,
        double c0,
        double c1,
        double c2,
        double c3,
        double c4,
        double c5,
        double c6,
        double c7
    )
    {
        double x2 = x * x;
        double low = (c0 + c1 * x) + (c2 + c3 * x) * x2;
        double high = (c4 + c5 * x) + (c6 + c7 * x) * x2;
        return low + high * (x2 * x2);
    }
}
