using Breakwater.Runs;

namespace Breakwater.Lab.Map;

/// <summary>Where a scenario's market holds and where it jumps. Modelled throughout.</summary>
public sealed record CliffsReport
{
    public const string StressTest =
        "a stress test, not a forecast: what would follow from a fall, for crowds that are drawn and a depth that is assumed";

    public required string Scenario { get; init; }

    public required Engine Engine { get; init; }

    public string Basis { get; init; } = "modelled";

    public string Caveat { get; init; } = StressTest;

    /// <summary>Of the crowds.</summary>
    public required string Seeds { get; init; }

    /// <summary>To the market, percent.</summary>
    public required double Shock { get; init; }

    public required MapConditions Conditions { get; init; }

    public required IReadOnlyList<CoinCliffs> Coins { get; init; }

    public required InfectionAnswer Infection { get; init; }

    /// <summary>The map's landings beside runs; empty where none were asked for.</summary>
    public required IReadOnlyList<LandingCheck> Runs { get; init; }

    /// <summary>The map's landings over those of the runs.</summary>
    public IReadOnlyList<LandingRatio> RunRatios => LandingRatio.Of(Runs);

    /// <summary>How fast venues' prices came together in the runs with liquidations; beside what arbitrage is modelled to carry.</summary>
    public required IReadOnlyList<GapClosing> RunGaps { get; init; }
}
