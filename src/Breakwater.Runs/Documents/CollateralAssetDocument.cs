using System.ComponentModel;

namespace Breakwater.Runs;

internal sealed record CollateralAssetDocument
{
    [Description("Part of a holder's margin, after haircuts at the start; the rest is in the settlement currency.")]
    public required Stated<Share> MarginShare { get; init; }

    [Description("Share of its value that counts; where the rule set has none for it, and only there.")]
    public Stated<Share>? Counts { get; init; }

    [Description("Coin of the scenario that it follows; left out: the coin of the same name, or the dollar.")]
    public Stated<string>? Follows { get; init; }

    [Description("What it is worth in the coin or in dollars, from which time on; 100 % before the first.")]
    public Stated<IReadOnlyList<WorthDocument>>? Worth { get; init; }
}
