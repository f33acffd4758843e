using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>Comma-separated lines under a header; no quoting.</summary>
internal sealed class HeadedTable
{
    private readonly Dictionary<string, int> _columns;

    public HeadedTable(string path, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            throw new InputException($"{path}: is empty");
        }

        string[] header = lines[0].Split(',');
        _columns = header.Index().ToDictionary(column => column.Item, column => column.Index, StringComparer.Ordinal);
        Rows = [.. lines.Skip(1).Select((line, i) => RowOf(line.Split(','), $"{path}:{i + 2}", header.Length))];
    }

    public IReadOnlyList<HeadedRow> Rows { get; }

    public bool Has(string column) => _columns.ContainsKey(column);

    private HeadedRow RowOf(string[] cells, string where, int expected) =>
        cells.Length == expected
            ? new HeadedRow(where, _columns, cells)
            : throw new InputException($"{where}: {cells.Length} values, expected {expected} as in the header");
}
