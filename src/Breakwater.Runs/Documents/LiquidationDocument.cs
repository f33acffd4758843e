using System.ComponentModel;

namespace Breakwater.Runs;

internal sealed record LiquidationDocument
{
    [Description("Charged on the notional that a liquidation order fills, up to what equity is left.")]
    public required Stated<Share> ClearanceFee { get; init; }

    [Description("The liquidation order asks for the bankruptcy price or better.")]
    public required Stated<bool> OrderLimitedAtBankruptcyPrice { get; init; }

    [Description("Where the first order for a large position is for a part of it.")]
    public PartialOrderDocument? PartialOrder { get; init; }

    [Description("Below this share of maintenance margin the fund takes over at once.")]
    public Stated<Share>? TakeOverBelow { get; init; }
}
