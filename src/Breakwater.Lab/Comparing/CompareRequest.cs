using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>What to set against what, and where to leave it.</summary>
/// <param name="Sides">At least two: scenarios, scenarios with policies, policies of the first side's scenario, or folders of runs and ensembles.</param>
/// <param name="Seeds">Null for those of the first folder among the sides, or 1..20.</param>
/// <param name="Values">Laid over every scenario, after its policies.</param>
/// <param name="Folder">Must not exist yet.</param>
/// <param name="Threads">Positive; the result does not depend on it.</param>
public sealed record CompareRequest(
    ContentFolders Content,
    IReadOnlyList<string> Sides,
    SeedList? Seeds,
    IReadOnlyList<ScenarioValue> Values,
    string Folder,
    int Threads
);
