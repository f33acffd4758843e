using Breakwater.Domain;

namespace Breakwater.Testing;

/// <summary>Whole-number arithmetic in 128 bits with the two roundings that a venue's rules name.</summary>
internal static class Exact
{
    /// <param name="divisor">Positive.</param>
    public static Int128 Floor(Int128 dividend, Int128 divisor)
    {
        Int128 quotient = dividend / divisor;
        return quotient * divisor > dividend ? quotient - 1 : quotient;
    }

    /// <param name="divisor">Positive.</param>
    public static Int128 Ceiling(Int128 dividend, Int128 divisor) => -Floor(-dividend, divisor);

    public static Int128 Ceiling(Int128 amount, Rate rate) => Ceiling(amount * rate.Numerator, rate.Denominator);

    public static Money ToMoney(Int128 minorUnits) => Money.FromMinorUnits((long)minorUnits);
}
