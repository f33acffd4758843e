namespace Breakwater.Runs;

/// <summary>All that a run was a function of.</summary>
public sealed record RunManifest
{
    public const int CurrentSchema = 1;

    public int Schema { get; init; } = CurrentSchema;

    public required Engine Engine { get; init; }

    public required string Scenario { get; init; }

    public required ulong Seed { get; init; }

    public required string Prices { get; init; }

    /// <summary>Every file that was read.</summary>
    public required IReadOnlyList<FileHash> Files { get; init; }

    /// <summary>Every stated value, with its basis and its source.</summary>
    public required IReadOnlyList<StatedValue> Values { get; init; }
}
