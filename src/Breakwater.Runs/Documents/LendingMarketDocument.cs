using System.ComponentModel;

namespace Breakwater.Runs;

/// <summary>A lending market of a scenario.</summary>
internal sealed record LendingMarketDocument
{
    [Description("Name of a lending rule set in venues/, such as aave-v3.")]
    public required Stated<string> Rules { get; init; }

    [Description("Spot venue of the scenario whose prices the oracle follows and where liquidators sell.")]
    public required string Venue { get; init; }

    public required OracleDocument Oracle { get; init; }

    public required LiquidatorsDocument Liquidators { get; init; }

    [Description("What differs from the rule set, by coin.")]
    public OrderedDictionary<string, LendingAssetDocument>? Assets { get; init; }

    [Description("Drawn loans, kind by kind.")]
    public OrderedDictionary<string, LoanPoolDocument>? Loans { get; init; }

    [Description("Loans that are known by name, beside the drawn ones.")]
    public OrderedDictionary<string, Stated<KnownLoanDocument>>? Known { get; init; }
}
