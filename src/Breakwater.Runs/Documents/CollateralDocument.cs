using System.ComponentModel;

namespace Breakwater.Runs;

internal sealed record CollateralDocument
{
    [Description("Share of the crowd's cross accounts that hold it.")]
    public required Stated<Share> Holders { get; init; }

    [Description("By asset: a coin of the scenario, or a token.")]
    public required OrderedDictionary<string, CollateralAssetDocument> Assets { get; init; }
}
