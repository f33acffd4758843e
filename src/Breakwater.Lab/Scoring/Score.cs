using System.Globalization;
using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>How an ensemble stands to one observable.</summary>
/// <param name="Seeds">Runs that show it.</param>
/// <param name="Low">5 % of these lie below.</param>
/// <param name="High">5 % lie above.</param>
/// <param name="Inside">The median lies in the widened interval and the band is no wider than the cap; null where it is not shown.</param>
/// <param name="Crps">Against the widened interval, in the observable's unit.</param>
/// <param name="Reason">Why it is not inside, or not shown.</param>
public sealed record Score(
    int Seeds,
    double? Low,
    double? Median,
    double? High,
    bool? Inside,
    double? Crps,
    string? Reason
)
{
    /// <param name="runs">One for each seed. It is shown where more than half of them show it.</param>
    public static Score Of(Observable observable, IReadOnlyCollection<Measured> runs)
    {
        double[] values = [.. runs.Select(run => run.Value).OfType<double>().Order()];
        return 2 * values.Length > runs.Count ? OfValues(observable, values) : NotShown(values.Length, runs);
    }

    private static Score OfValues(Observable observable, double[] sorted)
    {
        double low = Distribution.Quantile(sorted, 0.05);
        double median = Distribution.Quantile(sorted, 0.5);
        double high = Distribution.Quantile(sorted, 0.95);
        string? reason = MedianOutside(observable, median) ?? BandTooWide(observable, high - low);
        double crps = Lab.Crps.Against(sorted, observable.WidenedLow, observable.WidenedHigh);
        return new Score(sorted.Length, low, median, high, reason is null, crps, reason);
    }

    private static Score NotShown(int seeds, IEnumerable<Measured> runs)
    {
        string reason = runs.Select(run => run.Reason)
            .OfType<string>()
            .GroupBy(text => text, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .Select(group => group.Key)
            .FirstOrDefault("nothing was run");
        return new Score(seeds, Low: null, Median: null, High: null, Inside: null, Crps: null, reason);
    }

    private static string? MedianOutside(Observable observable, double median) =>
        median < observable.WidenedLow ? "median below the interval"
        : median > observable.WidenedHigh ? "median above the interval"
        : null;

    private static string? BandTooWide(Observable observable, double width) =>
        width > observable.Cap
            ? string.Create(CultureInfo.InvariantCulture, $"band {width / observable.Cap:0.0} times as wide as its cap")
            : null;
}
