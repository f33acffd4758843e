using System.ComponentModel;
using Breakwater.Simulation;

namespace Breakwater.Runs;

internal sealed record CrowdDocument
{
    [Description(
        "Whether accounts are drawn each for itself, or as a sample in strata of size whose leverage, entries and intentions are spread evenly; independent where left out."
    )]
    public Stated<DrawKind>? Draw { get; init; }

    [Description("Share of accounts that are long in their first coin.")]
    public required Stated<Share> LongShare { get; init; }

    [Description("Share of accounts whose margin is cross. Those that hold two coins always are.")]
    public required Stated<Share> CrossShare { get; init; }

    [Description("Share of accounts that hold two coins.")]
    public required Stated<Share> TwoCoinShare { get; init; }

    [Description("Share of those that are on the same side in both.")]
    public required Stated<Share> SameSideShare { get; init; }

    [Description("Median of one account's notional in a coin, before it is scaled to the open interest.")]
    public required Stated<Amount> MedianNotional { get; init; }

    [Description("Standard deviation of its logarithm.")]
    public required Stated<double> NotionalSigma { get; init; }

    [Description("No account's notional is drawn above this.")]
    public required Stated<Amount> LargestNotional { get; init; }

    [Description("Kinds of traders.")]
    public required OrderedDictionary<string, Stated<ComponentDocument>> Components { get; init; }

    [Description("Shares of the components in an open interest, by name; each adds up to 100 %.")]
    public required OrderedDictionary<string, Stated<OrderedDictionary<string, Share>>> Mixtures { get; init; }
}
