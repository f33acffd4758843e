using System.ComponentModel;

namespace Breakwater.Runs;

internal sealed record SwitchesDocument
{
    [Description("Venues liquidate.")]
    public required Stated<bool> Liquidations { get; init; }

    [Description("Forced orders move prices.")]
    public required Stated<bool> Feedback { get; init; }

    [Description("Makers draw back from volatility, losses and deleveraging.")]
    public required Stated<bool> MakersWithdraw { get; init; }

    [Description("Makers and arbitrageurs stand in the deleveraging queue.")]
    public required Stated<bool> MakersDeleveraged { get; init; }
}
