using System.ComponentModel;
using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Runs;

internal sealed record InstrumentDocument
{
    [Description("As the venue writes it, such as BTCUSDT.")]
    public required string Symbol { get; init; }

    [Description("Smallest step of the price.")]
    public required Stated<Amount> Tick { get; init; }

    [Description("Smallest step of the quantity.")]
    public required Stated<Amount> Lot { get; init; }

    [Description("What one contract is worth; left out where quantities are in coin.")]
    public Stated<Amount>? Contract { get; init; }

    [Description(
        "In place of margin.contract: how this instrument is valued. Linear, with a contract worth so much of the settlement currency for each unit of the price, is a quanto."
    )]
    public Stated<ContractKind>? Valued { get; init; }

    [Description("Margin tiers, the first from zero.")]
    public Stated<IReadOnlyList<TierDocument>>? Tiers { get; init; }

    [Description("Rates that rise by steps of notional, in place of tiers.")]
    public SteppedDocument? Stepped { get; init; }

    [Description("Rates that rise with the size, in place of tiers.")]
    public LinearInSizeDocument? LinearInSize { get; init; }

    [Description("What its funding has of its own; left out: the venue's.")]
    public InstrumentFundingDocument? Funding { get; init; }

    [Description("Charged on the notional that a liquidation order fills; left out: the venue's.")]
    public Stated<Share>? ClearanceFee { get; init; }
}
