using System.Globalization;
using Breakwater.Domain;

namespace Breakwater.Lab;

/// <summary>Names the days beside which a run is set: those of what was observed, whatever the scenario is called and whenever it plays.</summary>
public static class ObservedDays
{
    /// <param name="windows">Their ends are excluded.</param>
    /// <returns>Such as "2025-10-10" or "2025-10-10 to 2025-10-11", UTC; empty without windows.</returns>
    public static string Of(IReadOnlyCollection<(Timestamp Start, Timestamp End)> windows)
    {
        if (windows.Count == 0)
        {
            return "";
        }

        string first = DayOf(windows.Min(window => window.Start.ToDateTimeOffset()));
        string last = DayOf(windows.Max(window => window.End.ToDateTimeOffset().AddTicks(-1)));
        return string.CompareOrdinal(last, first) > 0 ? $"{first} to {last}" : first;
    }

    private static string DayOf(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
