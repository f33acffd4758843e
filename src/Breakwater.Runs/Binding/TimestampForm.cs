using System.Globalization;
using System.Text.RegularExpressions;
using Breakwater.Domain;

namespace Breakwater.Runs;

internal sealed class TimestampForm()
    : TextForm<Timestamp>(
        @"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?Z",
        "a time in UTC that ends in Z, such as \"2025-10-10T20:50:00Z\""
    )
{
    private static readonly string[] s_formats = ["yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    protected override bool TryRead(Match match, out Timestamp value)
    {
        bool exists = DateTimeOffset.TryParseExact(
            match.Value,
            s_formats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset instant
        );
        bool inRange = exists && instant.Year is >= 1970 and < 2262;
        value = inRange ? Timestamp.FromDateTimeOffset(instant) : default;
        return inRange;
    }
}
