using Breakwater.Domain;

namespace Breakwater.Lab;

/// <summary>From a moment to another.</summary>
/// <param name="End">Excluded.</param>
public readonly record struct TimeWindow(Timestamp Start, Timestamp End)
{
    public Duration Length => End - Start;

    public bool Contains(Timestamp time) => time >= Start && time < End;

    /// <summary>What two windows share; without length where they share nothing.</summary>
    public TimeWindow Intersect(TimeWindow other)
    {
        Timestamp start = Start > other.Start ? Start : other.Start;
        Timestamp end = End < other.End ? End : other.End;
        return new TimeWindow(start, end > start ? end : start);
    }
}
