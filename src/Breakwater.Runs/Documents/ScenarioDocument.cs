using System.ComponentModel;

namespace Breakwater.Runs;

/// <summary>A scenario file.</summary>
internal sealed record ScenarioDocument
{
    [Description("One line for lists.")]
    public required string Title { get; init; }

    [Description("What the run covers.")]
    public required WindowDocument Window { get; init; }

    [Description("Table of what was observed, shown beside the result.")]
    public string? Observed { get; init; }

    [Description("What runs are scored against: rows to fit and rows held out.")]
    public string? Observables { get; init; }

    [Description("What scores are set beside, by name: another scenario, or this one with other values.")]
    public OrderedDictionary<string, BaselineDocument>? Baselines { get; init; }

    [Description("Fitted values that take the place of those that stand here.")]
    public CalibrationUseDocument? Calibration { get; init; }

    [Description("Values that a calibration may move, by path such as market.shock.size.")]
    public OrderedDictionary<string, FittedDocument>? Fitted { get; init; }

    [Description("Prices and past volume, by coin.")]
    public required OrderedDictionary<string, CoinDocument> Coins { get; init; }

    [Description("Makes prices; left out where coins have tapes.")]
    public MarketDocument? Market { get; init; }

    [Description("What accounts are like wherever they are.")]
    public required CrowdDocument Crowd { get; init; }

    [Description("Accounts that are known by name, each with one position; they hold a part of the open interest.")]
    public OrderedDictionary<string, Stated<WhaleDocument>>? Whales { get; init; }

    [Description("Venues, each under the name that it has in this run.")]
    public required OrderedDictionary<string, VenueInScenarioDocument> Venues { get; init; }
}
