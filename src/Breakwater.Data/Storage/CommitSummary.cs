namespace Breakwater.Data;

/// <param name="Appended">Rows given.</param>
/// <param name="Added">Rows that the store has more than before.</param>
public readonly record struct CommitSummary(int Partitions, long Appended, long Added);
