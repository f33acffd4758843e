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

    private static ObservedValue Of(CsvRow row) =>
        new(
            row["name"],
            row["coin"],
            row["venue"],
            row.Time("window_start_utc"),
            row.Time("window_end_utc"),
            row["definition"],
            row["low"],
            row["high"],
            row["unit"],
            row["source"]
        );
}
