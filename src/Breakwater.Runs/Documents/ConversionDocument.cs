using System.ComponentModel;
using Breakwater.Exchange;

namespace Breakwater.Runs;

internal sealed record ConversionDocument
{
    [Description("Which collateral is sold.")]
    public required Stated<ConversionOrder> Order { get; init; }

    [Description("When an account in liquidation repays its debts.")]
    public required Stated<ConversionTime> AtLiquidation { get; init; }

    [Description("A debt is balance and unrealised profit together; else the balance alone.")]
    public required Stated<bool> DebtCountsProfit { get; init; }

    [Description("A debt at its limit is repaid whole; else down to the limit.")]
    public required Stated<bool> RepaysWholeDebt { get; init; }

    [Description("Share of what is sold that selling costs.")]
    public required Stated<Share> Haircut { get; init; }

    [Description("By asset: how far its balance may be negative before it is repaid.")]
    public OrderedDictionary<string, Stated<Amount>>? DebtLimits { get; init; }
}
