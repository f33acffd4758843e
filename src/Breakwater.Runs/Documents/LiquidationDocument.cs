using System.ComponentModel;
using Breakwater.Exchange;

namespace Breakwater.Runs;

internal sealed record LiquidationDocument
{
    [Description("What is done first, once orders are cancelled.")]
    public Stated<LadderKind>? Ladder { get; init; }

    [Description("Whose is what a fill leaves above the bankruptcy price.")]
    public Stated<Remainder>? Remainder { get; init; }

    [Description("Largest fee out of a surplus over the bankruptcy price, as a share of the proceeds.")]
    public Stated<Factor>? SurplusFee { get; init; }

    [Description("Of the fillable price: how fast its spread opens.")]
    public Stated<Factor>? BankruptcyAdjustment { get; init; }

    [Description("Of the fillable price: its largest spread, as a share of maintenance margin.")]
    public Stated<Factor>? SpreadToMaintenance { get; init; }

    [Description("Share of the position in each slice.")]
    public Stated<Share>? Slice { get; init; }

    [Description("What a liquidator is paid of what it takes over.")]
    public Stated<Factor>? LiquidatorFee { get; init; }

    [Description(
        "Beyond maintenance margin, as a share of the notional of all positions: what is restored where liquidators cover a shortage."
    )]
    public Stated<Factor>? MarginBuffer { get; init; }

    [Description("Charged on the notional that a liquidation order fills, up to what equity is left.")]
    public required Stated<Share> ClearanceFee { get; init; }

    [Description("The liquidation order asks for the bankruptcy price or better.")]
    public required Stated<bool> OrderLimitedAtBankruptcyPrice { get; init; }

    [Description(
        "Where a ladder goes down by tiers: its order fills whole or not at all; false or left out: what it can at once."
    )]
    public Stated<bool>? FillOrKill { get; init; }

    [Description(
        "Margin accounts that the engine works on between two marks; left out where there is no limit, or none is known."
    )]
    public Stated<int>? Throughput { get; init; }

    [Description("Of each block: notional that it may take of a position whatever its share.")]
    public Stated<Amount>? MinBlockNotional { get; init; }

    [Description("Of each block: share of a position that it may take.")]
    public Stated<Share>? MaxBlockShare { get; init; }

    [Description("Of each block: notional of one account that it may take.")]
    public Stated<Amount>? MaxAccountNotional { get; init; }

    [Description("Of each block: what the fund may lose to one account.")]
    public Stated<Amount>? MaxFundLoss { get; init; }

    [Description("Where the first order for a large position is for a part of it.")]
    public PartialOrderDocument? PartialOrder { get; init; }

    [Description("Below this share of maintenance margin the fund takes over at once.")]
    public Stated<Share>? TakeOverBelow { get; init; }
}
