using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Runs;

/// <summary>Reads price bars: time_utc, open, high, low, close.</summary>
internal static class BarTable
{
    /// <returns>In order of time, without a gap.</returns>
    /// <exception cref="InputException">A line is wrong, or does not follow on the one before.</exception>
    public static IReadOnlyList<PriceBar> Read(SourceFile file, Duration length)
    {
        var bars = new List<PriceBar>();
        foreach (CsvRow row in CsvTable.Read(file, "time_utc", "open", "high", "low", "close"))
        {
            PriceBar bar = BarOf(row, length);
            if (bars.Count > 0 && bar.Start != bars[^1].End)
            {
                string what = bar.Start > bars[^1].End ? "leaves a gap" : "goes back";
                throw row.Wrong("time_utc", $"{what}: the bar before ends at {bars[^1].End}");
            }

            bars.Add(bar);
        }

        return bars;
    }

    private static PriceBar BarOf(CsvRow row, Duration length)
    {
        var bar = new PriceBar(
            row.Time("time_utc"),
            length,
            row.Positive("open"),
            row.Positive("high"),
            row.Positive("low"),
            row.Positive("close")
        );
        foreach (
            (string column, decimal price) in new[] { ("open", bar.Open), ("high", bar.High), ("close", bar.Close) }
        )
        {
            if (price < bar.Low || price > bar.High)
            {
                throw row.Wrong(
                    column,
                    $"must lie from low to high, {row["low"]} to {row["high"]}; is the file cut off?"
                );
            }
        }

        return bar;
    }
}
