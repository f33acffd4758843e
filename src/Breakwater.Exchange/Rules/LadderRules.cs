using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What a venue does with an account in liquidation, as the calculator answers it.</summary>
public sealed record LadderRules
{
    public required LadderKind Kind { get; init; }

    public required Remainder Remainder { get; init; }

    /// <summary>On the notional that an order fills, at most what equity is left.</summary>
    public required Rational ClearanceFee { get; init; }

    public required bool OrderLimitedAtBankruptcyPrice { get; init; }

    /// <summary>An order down by tiers fills whole or not at all; else what it can at once.</summary>
    public bool FillOrKill { get; init; }

    /// <summary>Largest fee out of a surplus over the bankruptcy price, as a share of the proceeds.</summary>
    public Rational SurplusFee { get; init; }

    /// <summary>Notional that a block may take of a position whatever its share.</summary>
    public Rational MinBlockNotional { get; init; }

    /// <summary>Share of a position that a block may take.</summary>
    public Rational MaxBlockShare { get; init; } = Rational.One;

    /// <summary>Notional of one account that a block may take; null where there is no such limit.</summary>
    public Rational? MaxAccountNotional { get; init; }

    /// <summary>What the fund may lose to one account in a block; null where there is no such limit.</summary>
    public Rational? MaxFundLoss { get; init; }

    /// <summary>Margin accounts that the engine works on between two marks; null where there is no such limit.</summary>
    public int? Throughput { get; init; }

    /// <summary>For so long after a partial order, orders are for the whole position.</summary>
    public Rational PartialCooldownSeconds { get; init; }

    /// <summary>Share of the position that the first order or each slice is for.</summary>
    public Rational PartialShare { get; init; } = Rational.One;

    /// <summary>Notional above which the first order is partial.</summary>
    public Rational PartialAbove { get; init; }

    /// <summary>Below this share of maintenance margin the position is taken over at once.</summary>
    public Rational TakeOverBelow { get; init; }

    /// <summary>Of the fillable price.</summary>
    public Rational BankruptcyAdjustment { get; init; } = Rational.One;

    /// <summary>Of the fillable price.</summary>
    public Rational SpreadToMaintenance { get; init; }

    /// <summary>What a liquidator is paid of what it takes over.</summary>
    public Rational LiquidatorFee { get; init; }

    /// <summary>
    /// Beyond maintenance margin, on the notional of all positions of the account: what is restored where a shortage is covered.
    /// </summary>
    public Rational MarginBuffer { get; init; }
}
