namespace Breakwater.Testing;

/// <summary>Published examples as a table: a header, then one row for each; the first column names the row.</summary>
public sealed class WorkedTable
{
    private readonly Dictionary<string, WorkedRow> _rows = new(StringComparer.Ordinal);

    private WorkedTable(IReadOnlyList<string> names) => Names = names;

    /// <summary>In order.</summary>
    public IReadOnlyList<string> Names { get; }

    public WorkedRow this[string name] => _rows[name];

    public static WorkedTable Parse(string text)
    {
        string[][] lines =
        [
            .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
        ];
        var table = new WorkedTable([.. lines.Skip(1).Select(cells => cells[0])]);
        foreach (string[] cells in lines.Skip(1))
        {
            table._rows.Add(cells[0], new WorkedRow(lines[0], cells));
        }

        return table;
    }
}
