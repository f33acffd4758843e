using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>One side of a comparison.</summary>
/// <param name="Label">What it is called here; no two are called alike.</param>
/// <param name="Scenario">With the policies that were laid over it.</param>
/// <param name="Folder">Of its runs.</param>
/// <param name="EventLogHash">Of one run, or over the runs of an ensemble.</param>
/// <param name="Changes">What policies and the user put in the place of the scenario's values.</param>
public sealed record ComparedSide(
    string Label,
    string Scenario,
    string Folder,
    string EventLogHash,
    IReadOnlyList<ScenarioValue> Changes
);
