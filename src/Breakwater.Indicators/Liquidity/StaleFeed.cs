using Breakwater.Domain;

namespace Breakwater.Indicators;

/// <summary>Tells a feed that stopped from a market that rests: one side repeats itself while the other keeps changing.</summary>
/// <remarks>No source: a definition. Stale after <paramref name="patience"/> without a change of this side, if the other changed at least <paramref name="oppositeChanges"/> times in it.</remarks>
public sealed class StaleFeed(Duration patience, int oppositeChanges)
{
    private double _value = double.NaN;
    private double _opposite = double.NaN;
    private int _changes;

    /// <summary>Since when this side has stood still; the epoch before the first value.</summary>
    public Timestamp Since { get; private set; }

    public bool IsStale { get; private set; }

    /// <summary>Observations made while stale.</summary>
    public long StaleCount { get; private set; }

    public bool Add(Timestamp time, double value, double opposite)
    {
        _changes += opposite != _opposite ? 1 : 0;
        _opposite = opposite;
        if (value != _value)
        {
            (_value, Since, _changes) = (value, time, 0);
        }

        IsStale = time - Since >= patience && _changes >= oppositeChanges;
        StaleCount += IsStale ? 1 : 0;
        return IsStale;
    }
}
