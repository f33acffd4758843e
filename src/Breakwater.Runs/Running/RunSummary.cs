namespace Breakwater.Runs;

/// <summary>What a run came to. Money is in units of the venue's settlement currency, which counts as a dollar in sums; in dollars where that is a coin.</summary>
public sealed record RunSummary
{
    public const int CurrentSchema = 1;

    public int Schema { get; init; } = CurrentSchema;

    public required string Scenario { get; init; }

    public required ulong Seed { get; init; }

    public required Engine Engine { get; init; }

    public required string Start { get; init; }

    public required string End { get; init; }

    /// <summary>Where prices came from: "tape" or "market".</summary>
    public required string Prices { get; init; }

    /// <summary>What the run does and does not show.</summary>
    public required string Caveat { get; init; }

    /// <summary>Digest of all venues' event logs, in order of venues, then of all lending markets'.</summary>
    public required string EventLogHash { get; init; }

    public required long Events { get; init; }

    public required RunTotals Totals { get; init; }

    public required IReadOnlyList<VenueSummary> Venues { get; init; }

    /// <summary>Prices and books by venue and coin; empty where prices are given.</summary>
    public IReadOnlyList<PriceSummary> Market { get; init; } = [];

    /// <summary>R of the run, for all coins together and for each; empty where prices are given.</summary>
    public IReadOnlyList<GenerationSummary> Generations { get; init; } = [];

    /// <summary>Empty where the scenario has no lending market.</summary>
    public IReadOnlyList<LendingSummary> Lending { get; init; } = [];
}
