using Breakwater.Runs;

namespace Breakwater.Lab.Map;

/// <summary>What <see cref="CliffsStudy"/> is to draw and answer.</summary>
/// <param name="Coin">Null for all of the scenario.</param>
/// <param name="Shock">To the market, percent; null for the scenario's own.</param>
/// <param name="Crowds">A crowd is drawn for each.</param>
/// <param name="RunShocks">Shocks, percent, for which the market is run and set beside the map; may be empty.</param>
public sealed record CliffsRequest(
    ContentFolders Content,
    string Scenario,
    string? Coin,
    double? Shock,
    SeedList Crowds,
    IReadOnlyList<double> RunShocks,
    int Threads
);
