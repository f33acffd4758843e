using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>One lending market in a world: docs/models/lending.md.</summary>
public sealed record LendingParameters
{
    /// <summary>In this world: two markets may share one rule set.</summary>
    public required string Name { get; init; }

    public required LendingRules Rules { get; init; }

    /// <summary>Collateral and what is owed; a dollar token has no coin.</summary>
    public required IReadOnlyList<LendingListing> Assets { get; init; }

    /// <summary>Spot venue whose prices the oracle follows and where liquidators sell; it lists every coin of the market.</summary>
    public required string Venue { get; init; }

    public required OracleRule Oracle { get; init; }

    public required LiquidatorParameters Liquidators { get; init; }

    /// <summary>Drawn loans, kind by kind.</summary>
    public IReadOnlyList<LoanPool> Pools { get; init; } = [];

    /// <summary>Loans that are known by name.</summary>
    public IReadOnlyList<GivenLoan> Given { get; init; } = [];
}
