namespace Breakwater.Runs;

/// <summary>All that a run, or an ensemble of runs, was a function of.</summary>
public sealed record RunManifest
{
    public const int CurrentSchema = 1;

    public int Schema { get; init; } = CurrentSchema;

    public RunState State { get; init; } = RunState.Complete;

    /// <summary>Where an incomplete run was: a time of the scenario, or finished seeds. Null for a complete one.</summary>
    public string? Reached { get; init; }

    public required Engine Engine { get; init; }

    /// <summary>Its name, and after "+" those of the policies laid over it.</summary>
    public required string Scenario { get; init; }

    /// <summary>What policies and the user put in the place of the scenario's values, in order.</summary>
    public IReadOnlyList<ScenarioValue> Changes { get; init; } = [];

    /// <summary>Null for an ensemble.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Of an ensemble, such as "1..20"; null for one run.</summary>
    public string? Seeds { get; init; }

    /// <summary>Draws the crowd that all paths of a market share; null where <see cref="Seed"/> or <see cref="Seeds"/> draw it.</summary>
    public ulong? CrowdSeed { get; init; }

    public required string Prices { get; init; }

    /// <summary>Every file that was read.</summary>
    public required IReadOnlyList<FileHash> Files { get; init; }

    /// <summary>Every stated value, with its basis and its source.</summary>
    public required IReadOnlyList<StatedValue> Values { get; init; }

    /// <summary>What was done to tables while they were read; a sentence each.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
