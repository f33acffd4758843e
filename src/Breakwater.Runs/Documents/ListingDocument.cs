using System.ComponentModel;

namespace Breakwater.Runs;

internal sealed record ListingDocument
{
    [Description("Of one side, at the start, in the coin.")]
    public required Stated<Amount> OpenInterest { get; init; }

    [Description("Name of one of the crowd's mixtures.")]
    public required Stated<string> Mixture { get; init; }
}
