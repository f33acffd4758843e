using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Breakwater.Data;

/// <summary>Reads times as market data files write them, into microseconds since 1970-01-01T00:00:00Z.</summary>
/// <remarks>
/// Unix times say their unit by their size: a count of seconds, milliseconds, microseconds or nanoseconds for any day from
/// 2009 to 2100 has its own range of magnitudes. Text without a zone is UTC.
/// </remarks>
internal static class TimeText
{
    public const long MicrosecondsPerSecond = 1_000_000;
    public const long MicrosecondsPerDay = 86_400 * MicrosecondsPerSecond;

    /// <summary>3 January 2009, the first block of Bitcoin.</summary>
    public const long Earliest = 1_230_940_800 * MicrosecondsPerSecond;

    /// <summary>1 January 2100.</summary>
    public const long Latest = 4_102_444_800 * MicrosecondsPerSecond;

    private static readonly string[] s_wordedFormats = ["d MMM yyyy", "MMM d, yyyy", "MM/dd/yyyy"];

    /// <returns>False where the text is no time between <see cref="Earliest"/> and <see cref="Latest"/>.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, out long microseconds)
    {
        bool read =
            TryParseUnix(text, out microseconds)
            || TryParseIso(text, out microseconds)
            || TryParseWorded(text, out microseconds);
        return read && IsPlausible(microseconds);
    }

    public static bool IsPlausible(long microseconds) => microseconds >= Earliest && microseconds < Latest;

    private static bool TryParseUnix(ReadOnlySpan<byte> text, out long microseconds)
    {
        microseconds = 0;
        if (!Utf8Parser.TryParse(text, out long count, out int consumed) || count <= 0)
        {
            return false;
        }

        bool whole = consumed == text.Length || IsZeroFraction(text[consumed..]);
        if (!whole || text.Length == 4)
        {
            return false;
        }

        microseconds = count switch
        {
            < 100_000_000_000 => count * MicrosecondsPerSecond,
            < 100_000_000_000_000 => count * 1000,
            < 100_000_000_000_000_000 => count,
            _ => count / 1000,
        };
        return true;
    }

    private static bool IsZeroFraction(ReadOnlySpan<byte> text) =>
        text[0] == '.' && text[1..].IndexOfAnyExcept((byte)'0') < 0;

    private static bool TryParseIso(ReadOnlySpan<byte> text, out long microseconds)
    {
        microseconds = 0;
        if (text.Length < 10 || text[4] != '-' || text[7] != '-')
        {
            return false;
        }

        bool date =
            Digits(text[..4], out int year) & Digits(text[5..7], out int month) & Digits(text[8..10], out int day);
        bool exists =
            date
            && year is >= 1970 and <= 2200
            && month is >= 1 and <= 12
            && day >= 1
            && day <= DateTime.DaysInMonth(year, month);
        if (!exists || !TryParseClock(text[10..], out long clock))
        {
            return false;
        }

        microseconds = (new DateTime(year, month, day).Ticks - DateTime.UnixEpoch.Ticks) / 10 + clock;
        return true;
    }

    /// <summary>Nothing, or <c>T</c> or a space, then hh:mm[:ss[.f]] and a zone that is UTC.</summary>
    private static bool TryParseClock(ReadOnlySpan<byte> text, out long microseconds)
    {
        microseconds = 0;
        if (text.IsEmpty)
        {
            return true;
        }

        text = WithoutZone(text);
        bool minutes = text.Length >= 6 && text[0] is (byte)'T' or (byte)' ' && text[3] == ':';
        if (
            !minutes
            || !Digits(text[1..3], out int hour)
            || !Digits(text[4..6], out int minute)
            || hour > 23
            || minute > 59
        )
        {
            return false;
        }

        microseconds = ((hour * 60L) + minute) * 60 * MicrosecondsPerSecond;
        return text.Length == 6 || TryParseSeconds(text[6..], ref microseconds);
    }

    private static bool TryParseSeconds(ReadOnlySpan<byte> text, ref long microseconds)
    {
        if (text.Length < 3 || text[0] != ':' || !Digits(text[1..3], out int second) || second > 59)
        {
            return false;
        }

        microseconds += second * MicrosecondsPerSecond;
        if (text.Length == 3)
        {
            return true;
        }

        ReadOnlySpan<byte> fraction = text[4..];
        if (text[3] != '.' || fraction.IsEmpty || fraction.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)
        {
            return false;
        }

        long scale = MicrosecondsPerSecond / 10;
        for (int index = 0; index < fraction.Length && scale > 0; index++, scale /= 10)
        {
            microseconds += (fraction[index] - '0') * scale;
        }

        return true;
    }

    private static ReadOnlySpan<byte> WithoutZone(ReadOnlySpan<byte> text) =>
        text.EndsWith("Z"u8) ? text[..^1]
        : text.EndsWith("+00:00"u8) ? text[..^6]
        : text.EndsWith("+00"u8) ? text[..^3]
        : text;

    private static bool Digits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (byte letter in text)
        {
            if (letter is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            value = (value * 10) + letter - '0';
        }

        return true;
    }

    private static bool TryParseWorded(ReadOnlySpan<byte> text, out long microseconds)
    {
        microseconds = 0;
        if (text.Length is < 8 or > 12)
        {
            return false;
        }

        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        string worded = Encoding.UTF8.GetString(text);
        bool read = DateTime.TryParseExact(
            worded,
            s_wordedFormats,
            CultureInfo.InvariantCulture,
            Utc,
            out DateTime day
        );
        microseconds = read ? (day.Ticks - DateTime.UnixEpoch.Ticks) / 10 : 0;
        return read;
    }
}
