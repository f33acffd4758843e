namespace Breakwater.Lab;

/// <summary>A book's ladder in fewer points: dollars within 0.1, 0.25, 0.5 and 1 % of the best price on each side.</summary>
/// <param name="Times">Of the rows shown, in seconds since 1970, UTC: each is a moment and not a mean.</param>
/// <param name="Bids">By distance, then by time; each holds what the nearer ones do.</param>
/// <param name="Asks">The same.</param>
public sealed record SampledLadder(
    string Venue,
    string Coin,
    IReadOnlyList<double> Times,
    IReadOnlyList<double?> Middle,
    IReadOnlyList<double?> Spread,
    IReadOnlyList<IReadOnlyList<double?>> Bids,
    IReadOnlyList<IReadOnlyList<double?>> Asks
)
{
    /// <summary>Percent of the best price.</summary>
    public static IReadOnlyList<double> Distances { get; } = [0.1, 0.25, 0.5, 1];

    private const double MicrosecondsPerSecond = 1e6;
    private const int DigitsOfDollars = 4;

    /// <param name="series">With a ladder.</param>
    /// <param name="points">Positive; there are at most as many.</param>
    public static SampledLadder Of(ListingSeries series, int points)
    {
        long rowsOfSeries = series.Times.Count;
        int shown = (int)Math.Min(points, rowsOfSeries);
        int[] rows = [.. Enumerable.Range(0, shown).Select(point => (int)(point * rowsOfSeries / shown))];
        int half = series.Ladder.Count / 2;
        return new SampledLadder(
            series.Venue,
            series.Coin,
            [.. rows.Select(row => series.Times[row] / MicrosecondsPerSecond)],
            At(series.Middle),
            At(series.Spread),
            [.. series.Ladder.Take(half).Append(series.BidDepth).Select(Dollars)],
            [.. series.Ladder.Skip(half).Append(series.AskDepth).Select(Dollars)]
        );

        double?[] At(IReadOnlyList<double> values) => [.. rows.Select(row => ShortNumber.Of(values[row]))];

        // No bar shows more of them.
        double?[] Dollars(IReadOnlyList<double> values) =>
            [.. rows.Select(row => ShortNumber.Of(values[row], DigitsOfDollars))];
    }
}
