namespace Breakwater.Runs;

/// <summary>A comma-separated table with a header. Lines that start with # and empty lines are skipped.</summary>
internal static class CsvTable
{
    /// <param name="columns">What the header must name, in any order.</param>
    /// <exception cref="InputException">A column is missing, unknown or there twice, a line is cut short, or there is no row.</exception>
    public static IReadOnlyList<CsvRow> Read(SourceFile file, params string[] columns)
    {
        Dictionary<string, int>? header = null;
        var rows = new List<CsvRow>();
        string[] lines = file.Text.ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]) || lines[i][0] == '#')
            {
                continue;
            }

            string[] values = FieldsOf(file, i + 1, lines[i]);
            if (header is null)
            {
                RequireColumns(file, i + 1, values, columns);
                header = values
                    .Select((name, place) => (name, place))
                    .ToDictionary(pair => pair.name, pair => pair.place);
                continue;
            }

            rows.Add(RowOf(file, i + 1, header, values));
        }

        return rows.Count > 0 ? rows : throw InputException.At(file.Name, lines.Length, "the table has no rows");
    }

    private static CsvRow RowOf(SourceFile file, int line, Dictionary<string, int> header, string[] values) =>
        values.Length == header.Count
            ? new CsvRow(file.Name, line, header, values)
            : throw InputException.At(
                file.Name,
                line,
                FormattableString.Invariant(
                    $"{values.Length} values where the header has {header.Count}; is the file cut off?"
                )
            );

    private static void RequireColumns(SourceFile file, int line, string[] header, string[] columns)
    {
        foreach (string name in header)
        {
            if (!columns.Contains(name) || header.Count(other => other == name) > 1)
            {
                string problem = columns.Contains(name)
                    ? "appears twice"
                    : $"is unknown, {Nearest.Hint(name, columns)}";
                throw InputException.At(file.Name, line, $"the column \"{name}\" {problem}");
            }
        }

        if (columns.Except(header).FirstOrDefault() is { } missing)
        {
            throw InputException.At(file.Name, line, $"the column \"{missing}\" is missing");
        }
    }

    // Fields may stand in quotation marks, which are doubled inside; a line break ends a row all the same.
    private static string[] FieldsOf(SourceFile file, int line, string text)
    {
        var fields = new List<string>();
        bool quoted = false;
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || (text[i] == ',' && !quoted))
            {
                fields.Add(Unquoted(text[start..i].Trim()));
                start = i + 1;
            }
            else if (text[i] == '"')
            {
                quoted = !quoted;
            }
        }

        return quoted
            ? throw InputException.At(file.Name, line, "a quotation mark is not closed; is the file cut off?")
            : [.. fields];
    }

    private static string Unquoted(string field) =>
        field is ['"', .. string inner, '"'] ? inner.Replace("\"\"", "\"", StringComparison.Ordinal) : field;
}
