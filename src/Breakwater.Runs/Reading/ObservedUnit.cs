using System.Globalization;

namespace Breakwater.Runs;

/// <summary>What the numbers of an observed value may be.</summary>
internal sealed record ObservedUnit(string Name, decimal Least, decimal Most, string Expected)
{
    private const string TimeOfDay = "time_of_day";

    private static readonly string[] s_timeForms = ["HH:mm", "HH:mm:ss"];

    private static readonly ObservedUnit[] s_all =
    [
        new("usd", 0, 1e15m, "dollars from 0 up"),
        new("ratio", -1, 1000, "a fraction from -1 to 1000, such as \"-0.131\""),
        new("accounts", 0, 1e10m, "a number of accounts"),
        new("fills", 0, 1e12m, "a number of fills"),
        new(TimeOfDay, 0, 1440, "a time of day, such as \"21:19\""),
    ];

    public static IEnumerable<string> Names => s_all.Select(unit => unit.Name);

    /// <param name="coin">Its own symbol in small letters is a unit too: a quantity of it.</param>
    public static ObservedUnit? Find(string name, string coin) =>
        string.Equals(name, coin.ToLowerInvariant(), StringComparison.Ordinal)
            ? new ObservedUnit(name, 0, 1e15m, "a quantity from 0 up")
            : Array.Find(s_all, unit => unit.Name == name);

    /// <returns>The number, or the minutes since midnight.</returns>
    /// <exception cref="InputException">It is none that the unit allows.</exception>
    public decimal Read(CsvRow row, string column) =>
        (Name == TimeOfDay ? MinuteOf(row[column]) : NumberOf(row[column])) is { } number
        && number >= Least
        && number <= Most
            ? number
            : throw row.Wrong(column, $"must be {Expected}");

    private static decimal? NumberOf(string text) =>
        decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out decimal number
        )
            ? number
            : null;

    private static decimal? MinuteOf(string text) =>
        TimeOnly.TryParseExact(text, s_timeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time)
            ? time.Ticks / (decimal)TimeSpan.TicksPerMinute
            : null;
}
