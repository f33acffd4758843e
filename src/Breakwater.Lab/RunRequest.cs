using Breakwater.Domain;
using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>What to run and where to leave it.</summary>
/// <param name="Scenario">Perhaps with policies: "oct-10-2025+fund-doubled".</param>
/// <param name="AccountsFile">Replaces the drawn crowd; null to draw it.</param>
/// <param name="Folder">Where the run goes; it must not exist yet.</param>
/// <param name="Threads">Positive; the result does not depend on it.</param>
public sealed record RunRequest(
    ContentFolders Content,
    string Scenario,
    Seed Seed,
    string? AccountsFile,
    string Folder,
    int Threads
)
{
    /// <summary>Take the place of the scenario's own, after those of its policies.</summary>
    public IReadOnlyList<ScenarioValue> Values { get; init; } = [];
}
