using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>dYdX v4: margins in whole units, each step rounded up, against the trader.</summary>
/// <remarks>Source: docs/venues/dydx-v4.md.</remarks>
public static class TwoStepMargin
{
    private static readonly Rational s_millionth = Rational.FromFraction(1, 1_000_000);

    public static Rational Initial(Rational notional, Rational rate, Rational unit) =>
        (notional.Magnitude * rate).RoundTo(unit, Rounding.Ceiling);

    /// <param name="fraction">Of the initial margin.</param>
    public static Rational Maintenance(Rational initial, Rational fraction, Rational unit) =>
        (initial * fraction).RoundTo(unit, Rounding.Ceiling);

    /// <summary>In whole millionths, rounded down.</summary>
    public static Rational MaintenanceRate(Rational initialRate, Rational fraction) =>
        (initialRate * fraction).RoundTo(s_millionth, Rounding.Floor);
}
