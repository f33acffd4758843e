using System.ComponentModel;
using Breakwater.Domain;

namespace Breakwater.Runs;

internal sealed record VenueInScenarioDocument
{
    [Description("Name of a file in venues/, without .yaml.")]
    public required Stated<string> Rules { get; init; }

    [Description("Where mark prices come from; left out where a market makes prices.")]
    public Stated<MarkPath>? Marks { get; init; }

    [Description("Coins change hands rather than contracts: its prices make the index, and it has no crowd.")]
    public Stated<bool>? Spot { get; init; }

    [Description("Accounts that are simulated; left out at a spot venue.")]
    public Stated<int>? Accounts { get; init; }

    [Description("Accounts that they stand for; at least as many.")]
    public Stated<int>? Population { get; init; }

    [Description("What the insurance fund or backstop vault holds at the start.")]
    public required Stated<Amount> FundCapital { get; init; }

    [Description("Nothing is opened with more leverage, whatever its tier allows; left out where tiers alone decide.")]
    public Stated<Leverage>? LeverageCap { get; init; }

    [Description("How far from the mark liquidations and unwindings fill; left out where a market makes prices.")]
    public Stated<Share>? Slippage { get; init; }

    [Description("Margin accounts that the engine works on between two marks, in place of the rule set's.")]
    public Stated<int>? Throughput { get; init; }

    [Description("How often the fund sells a share of what it holds, in place of the rule set's schedule.")]
    public Stated<Duration>? UnwindInterval { get; init; }

    [Description("That share, in place of the rule set's.")]
    public Stated<Share>? UnwindShare { get; init; }

    [Description(
        "What a part of the crowd holds beside the settlement currency, at rule sets that count several assets."
    )]
    public CollateralDocument? Collateral { get; init; }

    [Description("By coin.")]
    public required OrderedDictionary<string, ListingDocument> Listings { get; init; }

    [Description("Funding payments within the window.")]
    public IReadOnlyList<Stated<FundingDocument>>? Fundings { get; init; }
}
