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

    [Description("Prices and past volume, by coin.")]
    public required OrderedDictionary<string, CoinDocument> Coins { get; init; }

    [Description("Makes prices; left out where coins have tapes.")]
    public MarketDocument? Market { get; init; }

    [Description("What accounts are like wherever they are.")]
    public required CrowdDocument Crowd { get; init; }

    [Description("Venues, each under the name that it has in this run.")]
    public required OrderedDictionary<string, VenueInScenarioDocument> Venues { get; init; }
}
