using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Breakwater.Cli;

/// <summary>Days and times that options take, as ISO 8601 writes them: no country's custom, UTC throughout.</summary>
internal static class IsoTime
{
    private const string DayForm = "yyyy-MM-dd";

    private static readonly string[] s_times =
    [
        "yyyy-MM-dd'T'HH:mm'Z'",
        "yyyy-MM-dd'T'HH:mm:ss'Z'",
        "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd HH:mm:ss",
        DayForm,
    ];

    public static Option<DateOnly?> Day(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = DayForm,
            CustomParser = DayOf,
        };

    public static Option<DateTime?> Instant(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "yyyy-MM-ddTHH:mmZ",
            CustomParser = InstantOf,
        };

    private static DateOnly? DayOf(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return day;
        }

        Refuse(result, "a day such as 2025-10-10");
        return null;
    }

    private static DateTime? InstantOf(ArgumentResult result)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        string text = result.Tokens[0].Value;
        if (DateTime.TryParseExact(text, s_times, CultureInfo.InvariantCulture, Utc, out DateTime time))
        {
            return time;
        }

        Refuse(result, "a time in UTC such as 2025-10-10T20:45Z");
        return null;
    }

    private static void Refuse(ArgumentResult result, string expected)
    {
        string option = (result.Parent as OptionResult)?.Option.Name ?? result.Argument.Name;
        result.AddError($"{option}: '{result.Tokens[0].Value}', expected {expected}");
    }
}
