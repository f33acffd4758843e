namespace Breakwater.Runs;

/// <summary>Reads what was observed.</summary>
internal static class ObservedTable
{
    private static readonly string[] s_columns =
    [
        "name",
        "coin",
        "venue",
        "window_start_utc",
        "window_end_utc",
        "definition",
        "low",
        "high",
        "unit",
        "source",
    ];

    /// <exception cref="InputException">A line is wrong.</exception>
    public static IReadOnlyList<ObservedValue> Read(SourceFile file) => [.. CsvTable.Read(file, s_columns).Select(Of)];

    private static ObservedValue Of(CsvRow row)
    {
        var observed = new ObservedValue(
            Said(row, "name"),
            Said(row, "coin"),
            Said(row, "venue"),
            row.Time("window_start_utc"),
            row.Time("window_end_utc"),
            row["definition"],
            row["low"],
            row["high"],
            row["unit"],
            Said(row, "source")
        );
        if (observed.WindowEnd < observed.WindowStart)
        {
            throw row.Wrong("window_end_utc", $"lies before the window's start, {observed.WindowStart}");
        }

        RequireOrder(row);
        return observed;
    }

    private static string Said(CsvRow row, string column) =>
        row[column].Length > 0 ? row[column] : throw row.Wrong(column, "must be said");

    private static void RequireOrder(CsvRow row)
    {
        ObservedUnit unit =
            ObservedUnit.Find(row["unit"], row["coin"])
            ?? throw row.Wrong("unit", $"is unknown, {Nearest.Hint(row["unit"], ObservedUnit.Names)}");
        decimal low = unit.Read(row, "low");
        if (unit.Read(row, "high") < low)
        {
            throw row.Wrong("high", $"lies below low, {row["low"]}");
        }
    }
}
