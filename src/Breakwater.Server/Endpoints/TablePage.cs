namespace Breakwater.Server;

/// <summary>A page of a table.</summary>
/// <param name="Rows">In all.</param>
/// <param name="Next">Offset of the next page; null on the last.</param>
public sealed record TablePage<TRow>(int Rows, int Offset, int? Next, IReadOnlyList<TRow> Page);

internal static class TablePage
{
    public static TablePage<TRow> Of<TRow>(IReadOnlyList<TRow> rows, int offset, int limit)
    {
        int length = Math.Clamp(rows.Count - offset, 0, limit);
        TRow[] page = [.. Enumerable.Range(offset, length).Select(row => rows[row])];
        int end = offset + page.Length;
        return new TablePage<TRow>(rows.Count, offset, end < rows.Count ? end : null, page);
    }
}
