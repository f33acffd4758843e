namespace Breakwater.Data;

/// <summary>What an import found.</summary>
/// <param name="Problems">Files of which nothing was stored, and why.</param>
public sealed record ImportSummary(
    IReadOnlyList<FileSummary> Files,
    IReadOnlyList<SeriesSummary> Series,
    IReadOnlyList<string> Problems
)
{
    public long RowsRead => Files.Sum(file => file.Rows);

    public long RowsAdded => Files.Sum(file => file.Added);

    public long RowsRejected => Files.Sum(file => file.Rejected);
}
