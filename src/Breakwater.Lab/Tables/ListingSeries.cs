namespace Breakwater.Lab;

/// <summary>What a run recorded of one coin at one venue, step by step: a column for each quantity of <see cref="SeriesRow"/>.</summary>
/// <param name="Times">Ascending, in microseconds since 1970, UTC.</param>
/// <param name="Ladder">Bids within 0.1, 0.25 and 0.5 % of the best one, then asks; empty where the run did not record them.</param>
public sealed record ListingSeries(
    string Venue,
    string Coin,
    IReadOnlyList<long> Times,
    IReadOnlyList<double> Middle,
    IReadOnlyList<double> Mark,
    IReadOnlyList<double> Spread,
    IReadOnlyList<double> TopDepth,
    IReadOnlyList<double> BidDepth,
    IReadOnlyList<double> AskDepth,
    IReadOnlyList<double> OpenInterest,
    IReadOnlyList<IReadOnlyList<double>> Ladder
)
{
    /// <summary>The first row that is not before a time.</summary>
    public int RowAt(long time)
    {
        (int low, int high) = (0, Times.Count);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = Times[middle] < time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
