namespace Breakwater.Domain;

/// <summary>A signed span of time in nanoseconds. The default is zero.</summary>
public readonly record struct Duration : IComparable<Duration>
{
    internal const long NanosecondsPerTimeSpanTick = 100;
    internal const long NanosecondsPerMillisecond = 1_000_000;
    private const long NanosecondsPerSecond = 1_000_000_000;

    private Duration(long nanoseconds) => Nanoseconds = nanoseconds;

    public long Nanoseconds { get; }

    public static Duration Zero => default;

    public static Duration FromNanoseconds(long nanoseconds) => new(nanoseconds);

    public static Duration FromMilliseconds(long milliseconds) => new(milliseconds * NanosecondsPerMillisecond);

    public static Duration FromSeconds(long seconds) => new(seconds * NanosecondsPerSecond);

    public static Duration FromMinutes(long minutes) => FromSeconds(minutes * 60);

    public int CompareTo(Duration other) => Nanoseconds.CompareTo(other.Nanoseconds);

    public override string ToString() =>
        FormattableString.Invariant($"{Nanoseconds / (decimal)NanosecondsPerSecond} s");

    public static Duration operator +(Duration left, Duration right) => new(left.Nanoseconds + right.Nanoseconds);

    public static Duration operator -(Duration left, Duration right) => new(left.Nanoseconds - right.Nanoseconds);

    public static Duration operator *(Duration duration, long count) => new(duration.Nanoseconds * count);

    public static bool operator <(Duration left, Duration right) => left.Nanoseconds < right.Nanoseconds;

    public static bool operator >(Duration left, Duration right) => left.Nanoseconds > right.Nanoseconds;

    public static bool operator <=(Duration left, Duration right) => left.Nanoseconds <= right.Nanoseconds;

    public static bool operator >=(Duration left, Duration right) => left.Nanoseconds >= right.Nanoseconds;
}
