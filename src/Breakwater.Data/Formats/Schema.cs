namespace Breakwater.Data;

/// <summary>The columns of one kind of market data. The first is always the time.</summary>
/// <param name="Name">The kind, and the name of its view in queries.</param>
/// <param name="IdentifiesRows">Whether two equal rows are one observation; else equal rows of one source are all kept.</param>
public sealed record Schema(string Name, bool IdentifiesRows, IReadOnlyList<Column> Columns)
{
    public int IndexOf(string column)
    {
        for (int index = 0; index < Columns.Count; index++)
        {
            if (string.Equals(Columns[index].Name, column, StringComparison.Ordinal))
            {
                return index;
            }
        }

        return -1;
    }

    internal static Schema Define(string name, bool identifiesRows, params ReadOnlySpan<Column> columns)
    {
        var all = new List<Column> { new("time", ColumnType.Time, ColumnRule.Required) };
        all.AddRange(columns);
        return new Schema(name, identifiesRows, all);
    }
}
