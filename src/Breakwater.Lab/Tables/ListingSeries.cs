namespace Breakwater.Lab;

/// <summary>What a run recorded of one coin at one venue, step by step: a column for each quantity of <see cref="SeriesRow"/>.</summary>
/// <param name="Times">Ascending, in microseconds since 1970, UTC.</param>
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
    IReadOnlyList<double> OpenInterest
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
