using System.Globalization;

namespace Breakwater.Server;

/// <summary>From one time to another, both included, in microseconds since 1970, UTC.</summary>
internal readonly record struct StretchOfTime(long From, long To)
{
    /// <param name="from">ISO 8601; null for the beginning.</param>
    /// <param name="to">ISO 8601; null for the end.</param>
    /// <exception cref="RequestException">One is no time, or they are the wrong way round.</exception>
    public static StretchOfTime Of(string? from, string? to)
    {
        var stretch = new StretchOfTime(
            from is null ? 0 : Parse("from", from),
            to is null ? long.MaxValue - 1 : Parse("to", to)
        );
        return stretch.From <= stretch.To ? stretch : throw new RequestException("from: lies after to");
    }

    public bool Holds(DateTime time) => Microseconds(time) is var at && at >= From && at <= To;

    private static long Parse(string name, string text) =>
        DateTime.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out DateTime time
        )
            ? Microseconds(time)
            : throw new RequestException($"{name}: must be a time such as 2025-10-10T21:15:00Z");

    private static long Microseconds(DateTime time) => (long)(time - DateTime.UnixEpoch).TotalMicroseconds;
}
