namespace Breakwater.Runs;

/// <summary>A value that a run rests on, with where it comes from, as the file writes it.</summary>
/// <param name="File">Relative to the folder that it was found in.</param>
/// <param name="Path">Keys from the top of the file, such as "venues.bybit.slippage".</param>
/// <param name="Date">Day of the source, such as "2025-10-10"; where it bears none, the day on which it was read or assumed; null where the file does not say.</param>
public sealed record StatedValue(
    string File,
    int Line,
    string Path,
    string Value,
    Basis Basis,
    string Source,
    string? Date
);
