namespace Breakwater.Runs;

/// <summary>Where a venue's mark prices come from.</summary>
internal enum MarkPath
{
    /// <summary>The coin's tape, the same for every venue that says so.</summary>
    Tape,
}
