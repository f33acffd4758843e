using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>What to run once for each seed, and where to leave it.</summary>
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
    /// <summary>Take the place of what the scenario's file states; the manifest says so.</summary>
    public IReadOnlyList<ScenarioValue> Values { get; init; } = [];
}
