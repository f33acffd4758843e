using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>A finished ensemble, as it stands in its folder.</summary>
/// <param name="Scoreboard">Null where the scenario names nothing to be scored against.</param>
public sealed record EnsembleReport(string Folder, EnsembleSummary Summary, Scoreboard? Scoreboard)
{
    /// <summary>What policies and the user put in the place of the scenario's values.</summary>
    public IReadOnlyList<ScenarioValue> Changes { get; init; } = [];
}
