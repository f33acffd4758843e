using System.ComponentModel;

namespace Breakwater.Runs;

internal sealed record ListingDocument
{
    [Description("Of one side, at the start, in the coin, or of inverse contracts in USD; left out at a spot venue.")]
    public Stated<Amount>? OpenInterest { get; init; }

    [Description("Name of one of the crowd's mixtures; left out at a spot venue.")]
    public Stated<string>? Mixture { get; init; }

    [Description(
        "Dollars that makers quote within 1 % of the middle on each side on a calm day; where a market makes prices."
    )]
    public Stated<Amount>? Depth { get; init; }

    [Description("Share of the coin's latent orders and noise that trades here; 100 % over all venues.")]
    public Stated<Share>? FlowShare { get; init; }
}
