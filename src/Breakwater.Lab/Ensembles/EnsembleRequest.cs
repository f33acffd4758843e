using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>What to run once for each seed, and where to leave it.</summary>
/// <param name="Scenario">Perhaps with policies: "oct-10-2025+fund-doubled".</param>
/// <param name="Folder">Where the ensemble goes; it must not exist yet.</param>
/// <param name="Threads">Positive; the result does not depend on it.</param>
public sealed record EnsembleRequest(
    ContentFolders Content,
    string Scenario,
    SeedList Seeds,
    string Folder,
    int Threads
)
{
    /// <summary>Take the place of the scenario's own, after those of its policies.</summary>
    public IReadOnlyList<ScenarioValue> Values { get; init; } = [];

    /// <summary>Whether runs are scored where the scenario names observables, and its baselines run for it.</summary>
    public bool IsScored { get; init; } = true;
}
