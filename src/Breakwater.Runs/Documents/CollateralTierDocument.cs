using System.ComponentModel;

namespace Breakwater.Runs;

internal sealed record CollateralTierDocument
{
    [Description("Where the tier ends; left out in the last.")]
    public Amount? To { get; init; }

    [Description("Share of the value that counts.")]
    public required Factor Ratio { get; init; }
}
