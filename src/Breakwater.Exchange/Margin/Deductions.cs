using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What makes a tiered schedule charge each part of a notional its own tier's rate.</summary>
/// <remarks>
/// <c>deduction(k) = floor(k) × (rate(k) − rate(k−1)) + deduction(k−1)</c>. Binance calls it maintenance amount, Bybit
/// maintenance margin deduction. Source: docs/venues/binance-usdm.md, docs/venues/bybit-linear.md.
/// </remarks>
public static class Deductions
{
    /// <summary>By how much the deduction grows from one tier to the next.</summary>
    public static Rational Step(Rational floor, Rational lowerRate, Rational rate) => floor * (rate - lowerRate);

    /// <param name="floors">The first is zero.</param>
    /// <param name="rates">As many.</param>
    public static Rational[] Of(ReadOnlySpan<Rational> floors, ReadOnlySpan<Rational> rates)
    {
        var deductions = new Rational[floors.Length];
        for (int k = 1; k < deductions.Length; k++)
        {
            deductions[k] = deductions[k - 1] + Step(floors[k], rates[k - 1], rates[k]);
        }

        return deductions;
    }
}
