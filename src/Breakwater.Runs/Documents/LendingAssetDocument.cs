using System.ComponentModel;

namespace Breakwater.Runs;

internal sealed record LendingAssetDocument
{
    [Description("Share of its value that may be owed, in place of the rule set's collateralFactor.")]
    public Stated<Share>? CollateralFactor { get; init; }

    [Description("Bonus, incentive less one or penalty, in place of the rule set's.")]
    public Stated<Share>? Bonus { get; init; }
}
