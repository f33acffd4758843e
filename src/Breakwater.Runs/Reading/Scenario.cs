using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Runs;

/// <summary>A scenario that has been read: what a run needs, and where each value comes from.</summary>
public sealed record Scenario
{
    /// <summary>The file's name without extension, and after "+" those of its policies.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>The scenario's own file, as messages call it.</summary>
    public required string File { get; init; }

    /// <summary>With crowd seed 1 and path seed 0; <c>World with { … }</c> takes others.</summary>
    public required WorldParameters World { get; init; }

    /// <summary>Every stated value of the scenario and of the rule sets that it uses, in order of reading.</summary>
    public required IReadOnlyList<StatedValue> StatedValues { get; init; }

    /// <summary>Every file read, the scenario first.</summary>
    public required IReadOnlyList<FileHash> Files { get; init; }

    /// <summary>What was observed; empty where the scenario names no table.</summary>
    public required IReadOnlyList<ObservedValue> Observed { get; init; }

    /// <summary>Prices that were observed, by coin; empty where the scenario names no table.</summary>
    public required IReadOnlyList<ObservedPath> ObservedPaths { get; init; }

    /// <summary>What was done to tables while they were read, such as prices drawn into their bounds; a sentence each.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <summary>What runs are scored against; empty where the scenario names no file.</summary>
    public required IReadOnlyList<Observable> Observables { get; init; }

    /// <summary>What its scores are set beside; empty where it names nothing.</summary>
    public required IReadOnlyList<Baseline> Baselines { get; init; }

    /// <summary>What policies and the user put in the place of the file's values; empty where nobody did.</summary>
    public required IReadOnlyList<ScenarioValue> Changes { get; init; }

    /// <summary>What a calibration may move; empty where the scenario names nothing.</summary>
    public required IReadOnlyList<FittedParameter> Fitted { get; init; }
}
