namespace Breakwater.Server;

/// <summary>A page of a table.</summary>
/// <param name="Rows">In all.</param>
/// <param name="Next">Offset of the next page; null on the last.</param>
public sealed record TablePage<TRow>(int Rows, int Offset, int? Next, IReadOnlyList<TRow> Page);
