namespace Breakwater.Indicators;

/// <summary>R by price level below the start, and what follows from it: where a shock lands and over which levels it jumps.</summary>
/// <remarks>
/// A shock s moves the price by s, forced selling moves it on: <c>x = s + ∫R</c> from 0 to x, so that it lands at the first
/// x at which <c>∫(1 − R) dx</c> reaches s. Where R is constant and below 1 that is s ÷ (1 − R). Where R is above 1 the
/// integral falls, and the next shock that is larger than its last peak jumps to where it comes up again: a cliff. R is
/// constant within a level. Assumptions: docs/models/cascade.md.
/// </remarks>
public sealed class CascadeProfile
{
    private readonly double[] _numbers;

    /// <param name="step">Width of a level, percent; positive.</param>
    /// <param name="numbers">R of each level, the nearest first; not negative.</param>
    public CascadeProfile(double step, ReadOnlySpan<double> numbers)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        Step = step;
        _numbers = [.. numbers];
    }

    public double Step { get; }

    public ReadOnlySpan<double> Numbers => _numbers;

    /// <summary>Deepest level that the profile knows, percent.</summary>
    public double Range => Step * _numbers.Length;

    /// <summary>R by level from what is sold at each and what the market takes.</summary>
    /// <param name="sold">Dollars that are sold on the book within each level, the nearest first.</param>
    /// <param name="passThrough">Share of a move of the price that reaches the marks, 0 to 1.</param>
    public static CascadeProfile Of(double step, ReadOnlySpan<double> sold, MarketDepth depth, double passThrough)
    {
        var numbers = new double[sold.Length];
        double before = 0;
        for (int level = 0; level < numbers.Length; level++)
        {
            // The mean over the level: what its sales move the price by, over its width.
            double after = depth.MoveOf(before + sold[level]);
            double moved = double.IsFinite(after) ? after - depth.MoveOf(before) : after;
            numbers[level] = Reproduction.Number(sold[level], sold[level] / moved * step, passThrough);
            before += sold[level];
        }

        return new CascadeProfile(step, numbers);
    }

    /// <summary>The shock that lands at a level, if nothing before it stopped it: the integral of (1 − R).</summary>
    /// <param name="level">Percent below the start; from 0 to <see cref="Range"/>.</param>
    public double ShockFor(double level)
    {
        double shock = 0;
        for (int i = 0; i < _numbers.Length && i * Step < level; i++)
        {
            shock += (1 - _numbers[i]) * Math.Min(Step, level - i * Step);
        }

        return shock;
    }

    /// <summary>Where a fall ends that began with a shock.</summary>
    /// <param name="shock">Percent; positive for a fall.</param>
    /// <returns>Percent below the start; null where no level within the range stops the fall.</returns>
    public double? Landing(double shock)
    {
        double absorbed = 0;
        for (int level = 0; level < _numbers.Length; level++)
        {
            double gain = (1 - _numbers[level]) * Step;
            if (absorbed + gain >= shock)
            {
                return (level * Step) + ((shock - absorbed) / (1 - _numbers[level]));
            }

            absorbed += gain;
        }

        return null;
    }

    /// <summary>The levels over which a fall jumps, the nearest first.</summary>
    /// <param name="narrowest">Jumps of less than so many percent are left out.</param>
    public IReadOnlyList<Cliff> Cliffs(double narrowest)
    {
        var cliffs = new List<Cliff>();
        double absorbed = 0;
        (double peak, double peakAt) = (0, 0);
        for (int level = 0; level < _numbers.Length; level++)
        {
            double gain = (1 - _numbers[level]) * Step;
            if (gain > 0 && absorbed + gain >= peak)
            {
                double to = (level * Step) + ((peak - absorbed) / (1 - _numbers[level]));
                AddIfWide(cliffs, new Cliff(peak, peakAt, to), narrowest);
                (peak, peakAt) = (absorbed + gain, (level + 1) * Step);
            }

            absorbed += gain;
        }

        if (absorbed < peak)
        {
            AddIfWide(cliffs, new Cliff(peak, peakAt, null), narrowest);
        }

        return cliffs;
    }

    private static void AddIfWide(List<Cliff> cliffs, Cliff cliff, double narrowest)
    {
        if (cliff.To is null || cliff.To - cliff.From >= narrowest)
        {
            cliffs.Add(cliff);
        }
    }
}
