namespace Breakwater.Indicators;

/// <summary>The reproduction number of forced selling at one price level: dollars of new forced selling that one dollar causes.</summary>
/// <remarks>
/// Formula: R = pass-through x fuse / depth. Above 1 selling feeds itself. Fuse and depth must be of the same universe: all-market
/// open interest over one venue's depth inflates R. The epidemiological analogy is that of contagion models of fire sales
/// (Greenwood, Landier and Thesmar, "Vulnerable banks", Journal of Financial Economics 115, 2015).
/// </remarks>
public static class Reproduction
{
    /// <param name="fuse">Notional that becomes liquidatable and is sold on the book, $ for a fall of 1 %.</param>
    /// <param name="depth">What moves the price by 1 %, $.</param>
    /// <param name="passThrough">Share of a move of the venue's price that reaches its mark, 0 to 1.</param>
    /// <returns>Infinite where there is fuse and no depth.</returns>
    public static double Number(double fuse, double depth, double passThrough) =>
        fuse == 0 || passThrough == 0 ? 0
        : depth > 0 ? passThrough * fuse / depth
        : double.PositiveInfinity;

    /// <summary>Where a fall ends that began with a shock, if R varies from level to level.</summary>
    /// <remarks>
    /// The price comes to rest at the first level x at which the integral of (1 - R) from 0 to x reaches the shock; levels with R
    /// above 1 take back what was gained, and the price jumps over them.
    /// </remarks>
    /// <param name="numbers">R of each step below the price, the nearest first.</param>
    /// <param name="step">Width of a level, in percent.</param>
    /// <param name="shock">Percent; positive for a fall.</param>
    /// <returns>Percent below the start; null where no level within the range stops the fall.</returns>
    public static double? RestingPoint(ReadOnlySpan<double> numbers, double step, double shock)
    {
        double absorbed = 0;
        for (int level = 0; level < numbers.Length; level++)
        {
            double gain = (1 - numbers[level]) * step;
            if (absorbed + gain >= shock)
            {
                return (level * step) + ((shock - absorbed) / (1 - numbers[level]));
            }

            absorbed += gain;
        }

        return null;
    }
}
