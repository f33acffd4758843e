namespace Breakwater.Data;

/// <param name="Rows">Rows read, without the rejected.</param>
/// <param name="Added">Rows that the store did not have before.</param>
/// <param name="RejectFile">Null where no row was bad.</param>
/// <param name="FirstReject">File, line and reason of the first bad row; empty where there is none.</param>
public sealed record FileSummary(
    string Path,
    string Format,
    long Records,
    long Rows,
    long Added,
    long Rejected,
    string? RejectFile,
    string FirstReject
);
