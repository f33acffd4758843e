using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Runs;

/// <summary>Reads where prices were and how much was traded: start_utc, minutes, low, high, close, mean, volume.</summary>
internal static class VolumeTable
{
    /// <param name="end">When the run starts: windows that begin later are left out, and none reaches beyond it.</param>
    /// <exception cref="InputException">A line is wrong or overlaps the one before.</exception>
    public static IReadOnlyList<EntryWindow> Read(SourceFile file, Timestamp end)
    {
        var windows = new List<EntryWindow>();
        foreach (CsvRow row in CsvTable.Read(file, "start_utc", "minutes", "low", "high", "close", "mean", "volume"))
        {
            EntryWindow window = WindowOf(row);
            if (windows.Count > 0 && window.Start < windows[^1].End)
            {
                throw row.Wrong("start_utc", $"overlaps the window before, which ends at {windows[^1].End}");
            }

            if (window.Start >= end)
            {
                continue;
            }

            if (window.End > end)
            {
                throw row.Wrong("minutes", $"makes the window end at {window.End}, after the run starts at {end}");
            }

            windows.Add(window);
        }

        return windows;
    }

    private static EntryWindow WindowOf(CsvRow row)
    {
        decimal minutes = row.Positive("minutes");
        if (minutes != decimal.Truncate(minutes) || minutes > 100_000)
        {
            throw row.Wrong("minutes", "must be a whole number up to 100000");
        }

        var window = new EntryWindow(
            row.Time("start_utc"),
            Duration.FromMinutes((long)minutes),
            row.Positive("low"),
            row.Positive("high"),
            row.Positive("close"),
            row.Positive("volume")
        );
        foreach (string column in new[] { "high", "close", "mean" })
        {
            decimal price = row.Positive(column);
            if (price < window.Low || price > window.High)
            {
                throw row.Wrong(
                    column,
                    $"must lie from low to high, {row["low"]} to {row["high"]}; is the file cut off?"
                );
            }
        }

        return window;
    }
}
