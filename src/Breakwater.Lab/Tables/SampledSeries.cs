namespace Breakwater.Lab;

/// <summary>
/// A stretch of a series in fewer points, each over an equal length of time. Nothing that matters is averaged away: of prices the
/// first, lowest, highest and last, the widest spread, the least depth, the last open interest.
/// </summary>
/// <param name="Rows">Of the series, in the stretch.</param>
/// <param name="Times">Of the first row in each point, in seconds since 1970, UTC.</param>
public sealed record SampledSeries(
    string Venue,
    string Coin,
    int Rows,
    IReadOnlyList<double> Times,
    IReadOnlyList<double?> Open,
    IReadOnlyList<double?> Low,
    IReadOnlyList<double?> High,
    IReadOnlyList<double?> Close,
    IReadOnlyList<double?> Mark,
    IReadOnlyList<double?> Spread,
    IReadOnlyList<double?> TopDepth,
    IReadOnlyList<double?> BidDepth,
    IReadOnlyList<double?> AskDepth,
    IReadOnlyList<double?> OpenInterest
)
{
    private const double MicrosecondsPerSecond = 1e6;

    /// <param name="from">Microseconds since 1970, included; so is <paramref name="to"/>.</param>
    /// <param name="points">Positive; there are at most as many.</param>
    public static SampledSeries Of(ListingSeries series, long from, long to, int points)
    {
        int first = series.RowAt(from);
        int end = series.RowAt(to + 1);
        int[] starts = [.. StartsOf(series, first, end, points), end];
        return new SampledSeries(
            series.Venue,
            series.Coin,
            end - first,
            [.. starts[..^1].Select(row => series.Times[row] / MicrosecondsPerSecond)],
            Each(series.Middle, (values, start, _) => values[start]),
            Each(series.Middle, Lowest),
            Each(series.Middle, Highest),
            Each(series.Middle, Last),
            Each(series.Mark, Last),
            Each(series.Spread, Highest),
            Each(series.TopDepth, Lowest),
            Each(series.BidDepth, Lowest),
            Each(series.AskDepth, Lowest),
            Each(series.OpenInterest, Last)
        );

        double?[] Each(IReadOnlyList<double> values, Func<IReadOnlyList<double>, int, int, double> fold) =>
            [
                .. Enumerable
                    .Range(0, starts.Length - 1)
                    .Select(at => ShortNumber.Of(fold(values, starts[at], starts[at + 1]))),
            ];
    }

    // Where each point's rows begin. A point without rows is left out.
    private static IEnumerable<int> StartsOf(ListingSeries series, int first, int end, int points)
    {
        if (first == end)
        {
            yield break;
        }

        long start = series.Times[first];
        double length = (series.Times[end - 1] - start + 1) / (double)points;
        int last = -1;
        for (int row = first; row < end; row++)
        {
            int point = (int)((series.Times[row] - start) / length);
            if (point != last)
            {
                last = point;
                yield return row;
            }
        }
    }

    private static double Last(IReadOnlyList<double> values, int start, int end) => values[end - 1];

    private static double Lowest(IReadOnlyList<double> values, int start, int end)
    {
        double least = values[start];
        for (int row = start + 1; row < end; row++)
        {
            least = Math.Min(least, values[row]);
        }

        return least;
    }

    private static double Highest(IReadOnlyList<double> values, int start, int end)
    {
        double most = values[start];
        for (int row = start + 1; row < end; row++)
        {
            most = Math.Max(most, values[row]);
        }

        return most;
    }
}
