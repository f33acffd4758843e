namespace Breakwater.Data;

internal static class CsvWriting
{
    public static void Write<TRow>(string path, IReadOnlyList<TableColumn<TRow>> columns, IEnumerable<TRow> rows)
    {
        using var text = new StreamWriter(path) { NewLine = "\n" };
        text.WriteLine(string.Join(',', columns.Select(column => Quoted(column.Name))));
        foreach (TRow row in rows)
        {
            text.WriteLine(string.Join(',', columns.Select(column => column.Format(row))));
        }
    }

    /// <summary>In quotation marks where the text would else end its field.</summary>
    public static string Quoted(string text) =>
        text.AsSpan().ContainsAny("\",\n\r") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
