namespace Breakwater.Lab;

/// <summary>Expected shortfall: the mean of the worst part of a sample.</summary>
/// <remarks>
/// The worst <c>k = (1 - level) n</c> values; where k is not whole, the last one counts with what is left of it, and where
/// fewer than one value makes the tail, it is the worst. Source: Acerbi and Tasche, "On the coherence of expected
/// shortfall", Journal of Banking and Finance 26, 2002.
/// </remarks>
public static class TailMean
{
    /// <param name="values">The larger, the worse; not empty.</param>
    /// <param name="level">From 0 to below 1, such as 0.95.</param>
    public static double Of(IReadOnlyList<double> values, double level)
    {
        double[] worst = [.. values.OrderDescending()];
        double tail = Math.Max((1 - level) * worst.Length, 1);
        int whole = (int)Math.Floor(tail + 1e-9);
        double part = tail - whole > 1e-9 ? (tail - whole) * worst[whole] : 0;
        return (worst.Take(whole).Sum() + part) / tail;
    }
}
