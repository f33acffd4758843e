namespace Breakwater.Data;

/// <summary>One kind of data of one instrument, over all files of the import.</summary>
/// <param name="Duplicates">Rows equal to one of the same time before them.</param>
/// <param name="OutOfOrder">Rows earlier than the latest before them.</param>
/// <param name="Gaps">Steps of more than 1.5 intervals (bars), 3 intervals (snapshots), or 5 minutes (events).</param>
public sealed record SeriesSummary(
    string Venue,
    string Instrument,
    string Kind,
    long Rows,
    DateTime From,
    DateTime To,
    long Gaps,
    IReadOnlyList<Gap> LongestGaps,
    long Duplicates,
    long OutOfOrder,
    IReadOnlyList<Suspicion> Suspicions
);
