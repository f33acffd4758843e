using System.Globalization;

namespace Breakwater.Domain;

/// <summary>An instant in nanoseconds since 1970-01-01T00:00:00Z, from 1677 to 2262.</summary>
/// <remarks>UTC always. The default is the epoch.</remarks>
public readonly record struct Timestamp : IComparable<Timestamp>
{
    private Timestamp(long nanoseconds) => UnixNanoseconds = nanoseconds;

    public long UnixNanoseconds { get; }

    public static Timestamp Epoch => default;

    public static Timestamp FromUnixNanoseconds(long nanoseconds) => new(nanoseconds);

    public static Timestamp FromUnixMilliseconds(long milliseconds) =>
        new(milliseconds * Duration.NanosecondsPerMillisecond);

    public static Timestamp FromDateTimeOffset(DateTimeOffset instant) =>
        new((instant - DateTimeOffset.UnixEpoch).Ticks * Duration.NanosecondsPerTimeSpanTick);

    /// <summary>Truncated to 100 ns.</summary>
    public DateTimeOffset ToDateTimeOffset() =>
        DateTimeOffset.UnixEpoch.AddTicks(UnixNanoseconds / Duration.NanosecondsPerTimeSpanTick);

    public int CompareTo(Timestamp other) => UnixNanoseconds.CompareTo(other.UnixNanoseconds);

    /// <summary>ISO 8601 with a Z, to the second or as finely as the value needs.</summary>
    public override string ToString() =>
        ToDateTimeOffset().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    public static Timestamp operator +(Timestamp instant, Duration duration) =>
        new(instant.UnixNanoseconds + duration.Nanoseconds);

    public static Timestamp operator -(Timestamp instant, Duration duration) =>
        new(instant.UnixNanoseconds - duration.Nanoseconds);

    public static Duration operator -(Timestamp left, Timestamp right) =>
        Duration.FromNanoseconds(left.UnixNanoseconds - right.UnixNanoseconds);

    public static bool operator <(Timestamp left, Timestamp right) => left.UnixNanoseconds < right.UnixNanoseconds;

    public static bool operator >(Timestamp left, Timestamp right) => left.UnixNanoseconds > right.UnixNanoseconds;

    public static bool operator <=(Timestamp left, Timestamp right) => left.UnixNanoseconds <= right.UnixNanoseconds;

    public static bool operator >=(Timestamp left, Timestamp right) => left.UnixNanoseconds >= right.UnixNanoseconds;
}
