using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>The average of samples that lose weight with their age: by the factor e in each window.</summary>
/// <remarks>
/// As Hyperliquid publishes it: with each sample, numerator and denominator first decay by <c>exp(−interval ÷ window)</c>, then
/// gain <c>sample × interval</c> and <c>interval</c>; the average is their ratio. The exponential and both running sums are kept
/// to eighteen decimals, rounded down. Source: docs/venues/hyperliquid.md.
/// </remarks>
public static class ExponentialAverage
{
    private static readonly Rational s_unit = Rational.FromFraction(1, 1_000_000_000_000_000_000);

    // Terms of the series are kept to more decimals, so that their sum is right to eighteen.
    private static readonly Rational s_termUnit = s_unit * s_unit;

    // Beyond it the decay is below half a unit.
    private static readonly Rational s_longest = Rational.FromInteger(43);

    /// <param name="samples">At least one; the last is the latest.</param>
    /// <param name="interval">Between samples; positive.</param>
    /// <param name="window">In the same unit of time; positive.</param>
    public static Rational Of(ReadOnlySpan<Rational> samples, Rational interval, Rational window)
    {
        Rational decay = Decay(interval / window);
        (Rational numerator, Rational denominator) = (Rational.Zero, Rational.Zero);
        foreach (Rational sample in samples)
        {
            numerator = Rounded(numerator * decay) + sample * interval;
            denominator = Rounded(denominator * decay) + interval;
        }

        return numerator / denominator;
    }

    /// <summary><c>exp(−time)</c>, to eighteen decimals.</summary>
    /// <param name="time">In windows; not negative.</param>
    private static Rational Decay(Rational time)
    {
        if (time > s_longest)
        {
            return Rational.Zero;
        }

        (Rational sum, Rational term) = (Rational.One, Rational.One);
        for (long k = 1; !term.IsZero; k++)
        {
            term = (term * time / Rational.FromInteger(k)).RoundTo(s_termUnit, Rounding.Floor);
            sum += term;
        }

        return Rounded(Rational.One / sum);
    }

    private static Rational Rounded(Rational value) => value.RoundTo(s_unit, Rounding.Floor);
}
