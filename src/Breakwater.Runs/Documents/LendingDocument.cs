using System.ComponentModel;
using Breakwater.Exchange;

namespace Breakwater.Runs;

/// <summary>A file in venues/ for a lending protocol.</summary>
internal sealed record LendingDocument
{
    public required string Name { get; init; }

    [Description("Whose rules it follows.")]
    public required Stated<LendingProtocol> Protocol { get; init; }

    [Description("Share of a debt that one liquidation may repay.")]
    public Stated<Factor>? CloseFactor { get; init; }

    [Description("Health factor at or below which all of a debt may be repaid.")]
    public Stated<Factor>? FullCloseBelow { get; init; }

    [Description("Debt or collateral below which all may be repaid.")]
    public Stated<Amount>? SmallPosition { get; init; }

    [Description("The protocol's share: of the bonus (Aave), of what is seized (Compound).")]
    public Stated<Factor>? ProtocolShare { get; init; }

    [Description(
        "Liquidator's bonus (Aave), incentive less one (Compound), penalty (Maker), where an asset names none."
    )]
    public Stated<Factor>? Bonus { get; init; }

    [Description("Share of a collateral's value that may be owed, where an asset names none.")]
    public Stated<Factor>? CollateralFactor { get; init; }

    [Description("Price at which an auction starts, over the oracle's.")]
    public Stated<Factor>? Buffer { get; init; }

    [Description("Seconds after which an auction must be restarted.")]
    public Stated<Breakwater.Domain.Duration>? Tail { get; init; }

    [Description("Share of the starting price below which an auction must be restarted.")]
    public Stated<Factor>? Cusp { get; init; }

    [Description("Share of the price that is left after each step.")]
    public Stated<Factor>? Cut { get; init; }

    [Description("Time between steps of the price.")]
    public Stated<Breakwater.Domain.Duration>? Step { get; init; }

    [Description("Smallest debt that a vault may keep.")]
    public Stated<Amount>? Dust { get; init; }
}
