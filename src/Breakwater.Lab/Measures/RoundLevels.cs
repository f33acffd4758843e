using Breakwater.Indicators;

namespace Breakwater.Lab;

/// <summary>Round prices within the range of a series, each watched as support.</summary>
/// <remarks>Round is a multiple of the largest 1, 2 or 5 times a power of ten that leaves at least four of them.</remarks>
internal sealed class RoundLevels
{
    private const double Tolerance = 0.005;
    private const int FewestLevels = 4;

    private readonly List<(double Low, double Close)> _intervals = [];

    public void Add(double low, double close) => _intervals.Add((low, close));

    /// <summary>Those that were held or broken, the lowest first.</summary>
    public IEnumerable<(double Price, SupportLevel Level)> Tested()
    {
        double lowest = _intervals.Min(interval => interval.Low);
        double highest = _intervals.Max(interval => interval.Close);
        double step = StepOf(highest - lowest);
        for (double round = Math.Ceiling(lowest / step); step > 0 && round * step <= highest; round++)
        {
            SupportLevel level = Watch(round * step);
            if (level.Held + level.Broken > 0)
            {
                yield return (round * step, level);
            }
        }
    }

    private SupportLevel Watch(double price)
    {
        var level = new SupportLevel(price, Tolerance);
        foreach ((double low, double close) in _intervals)
        {
            level.Add(low, close);
        }

        return level;
    }

    private static double StepOf(double range)
    {
        double widest = range / FewestLevels;
        double power = range > 0 ? Math.Pow(10, Math.Floor(Math.Log10(widest))) : 0;
        return (widest / power) switch
        {
            >= 5 => 5 * power,
            >= 2 => 2 * power,
            _ => power,
        };
    }
}
