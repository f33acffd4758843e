namespace Breakwater.Data;

/// <summary>What each row of a table shows in one column.</summary>
/// <param name="type">In DuckDB's words.</param>
internal abstract class TableColumn<TRow>(string name, string type)
{
    public string Name => name;

    public string Type => type;

    public abstract void Write(ref DuckDbVector vector, int place, TRow row);

    /// <summary>As in a CSV; empty for a missing value.</summary>
    public abstract string Format(TRow row);
}
