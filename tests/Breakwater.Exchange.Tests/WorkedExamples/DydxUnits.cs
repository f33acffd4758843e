using Breakwater.Domain;

namespace Breakwater.Exchange.Tests;

/// <summary>What dYdX's own tests count in.</summary>
internal static class DydxUnits
{
    public static Rational Millionth { get; } = Rational.FromFraction(1, 1_000_000);

    public static Rational PowerOfTen(Rational power)
    {
        Rational ten = Rational.FromInteger(10);
        Rational result = Rational.One;
        for (long k = Math.Abs(power.ToInt64(Rounding.Floor)); k > 0; k--)
        {
            result = power.IsNegative ? result / ten : result * ten;
        }

        return result;
    }
}
