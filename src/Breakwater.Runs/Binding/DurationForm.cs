using System.Text.RegularExpressions;
using Breakwater.Domain;

namespace Breakwater.Runs;

internal sealed class DurationForm()
    : TextForm<Duration>(
        $"({Number}) ?(ms|s|min|h|d)",
        "a time span from 1 ms in ms, s, min, h or d, such as \"60 s\" or \"8 h\""
    )
{
    private const decimal NanosecondsPerMillisecond = 1_000_000;
    private const decimal NanosecondsPerYear = 365m * 86_400_000 * NanosecondsPerMillisecond;

    protected override bool TryRead(Match match, out Duration value)
    {
        decimal nanoseconds =
            DecimalOf(match.Groups[1]) * MillisecondsIn(match.Groups[2].Value) * NanosecondsPerMillisecond;
        bool inRange = nanoseconds is >= NanosecondsPerMillisecond and <= NanosecondsPerYear;
        value = inRange ? Duration.FromNanoseconds((long)nanoseconds) : default;
        return inRange;
    }

    private static decimal MillisecondsIn(string unit) =>
        unit switch
        {
            "ms" => 1,
            "s" => 1_000,
            "min" => 60_000,
            "h" => 3_600_000,
            _ => 86_400_000,
        };
}
