namespace Breakwater.Data;

/// <summary>Follows the times of a series in one direction: rows that go back, and steps that are too long.</summary>
/// <param name="direction">1 where time should rise from row to row, -1 where it should fall.</param>
internal sealed class OrderTracker(Schema schema, int direction)
{
    private const int StepsToLearnFrom = 64;
    private const int GapsToRemember = 3;
    private const double BarTolerance = 1.5;
    private const double SnapshotTolerance = 3;
    private const long LongestSilence = 300 * TimeText.MicrosecondsPerSecond;

    private readonly bool _isEvents =
        schema == Schemas.Trades
        || schema == Schemas.Liquidations
        || schema == Schemas.Fills
        || schema == Schemas.Tickers;
    private List<long> _steps = new(StepsToLearnFrom);
    private List<(long From, long To)> _longestGaps = [];
    private long? _frontier;
    private long _longestStep = LongestSilence;

    public long OutOfOrder { get; private set; }

    public long Gaps { get; private set; }

    /// <summary>At most three, the longest first, each from the earlier to the later row.</summary>
    public IReadOnlyList<(long From, long To)> LongestGaps => _longestGaps;

    public OrderTracker Copy()
    {
        var copy = (OrderTracker)MemberwiseClone();
        copy._steps = [.. _steps];
        copy._longestGaps = [.. _longestGaps];
        return copy;
    }

    /// <returns>False where the row goes back.</returns>
    public bool Observe(long time)
    {
        long step = _frontier is { } frontier ? (time - frontier) * direction : 0;
        if (step < 0)
        {
            OutOfOrder++;
            return false;
        }

        if (step > 0)
        {
            ObserveStep(step, time);
        }

        _frontier = time;
        return true;
    }

    private void ObserveStep(long step, long time)
    {
        if (!_isEvents && _steps.Count < StepsToLearnFrom)
        {
            LearnInterval(step);
        }

        if (step > _longestStep)
        {
            Gaps++;
            Remember(Math.Min(time, _frontier!.Value), Math.Max(time, _frontier.Value));
        }
    }

    /// <summary>The usual step of a regular series is the median of its first ones.</summary>
    private void LearnInterval(long step)
    {
        _steps.Add(step);
        long median = _steps.Order().ElementAt((_steps.Count - 1) / 2);
        _longestStep = (long)(median * (schema == Schemas.Bars ? BarTolerance : SnapshotTolerance));
    }

    private void Remember(long from, long to)
    {
        int place = _longestGaps.FindIndex(gap => gap.To - gap.From < to - from);
        _longestGaps.Insert(place < 0 ? _longestGaps.Count : place, (from, to));
        if (_longestGaps.Count > GapsToRemember)
        {
            _longestGaps.RemoveAt(GapsToRemember);
        }
    }
}
