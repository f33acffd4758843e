namespace Breakwater.Runs;

/// <summary>A run folder in a list.</summary>
/// <param name="Scenario">Or why the folder cannot be read, where <paramref name="State"/> is null.</param>
/// <param name="Seeds">One seed, or those of an ensemble.</param>
/// <param name="Written">When its manifest was, UTC.</param>
public sealed record RunEntry(
    string Folder,
    RunState? State,
    string? Reached,
    string Scenario,
    string? Seeds,
    string? Engine,
    DateTime Written
);
