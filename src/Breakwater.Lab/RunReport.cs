using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>A finished run, as it stands in its folder.</summary>
public sealed record RunReport(string Folder, RunSummary Summary, IReadOnlyList<ComparedFigure> Comparison)
{
    /// <summary>What was done to the scenario's tables while they were read; a sentence each.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>What policies and the user put in the place of the scenario's values.</summary>
    public IReadOnlyList<ScenarioValue> Changes { get; init; } = [];
}
