using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What a block may take, where a venue limits blocks, and at which price it offers it.</summary>
/// <remarks>An account of weight w is w identical accounts: its amounts are w times as large. Source: docs/venues/dydx-v4.md.</remarks>
public sealed record BlockRules
{
    /// <summary>Notional that it may take of a position whatever its share; not negative.</summary>
    public Money MinNotional { get; init; }

    /// <summary>Share of a position that it may take; above 0 and up to 1.</summary>
    public Rate MaxShare { get; init; } = Rate.One;

    /// <summary>Notional of one account that it may take; null where there is no such limit.</summary>
    public Money? MaxAccountNotional { get; init; }

    /// <summary>What the fund may lose to one account; null where there is no such limit.</summary>
    public Money? MaxFundLoss { get; init; }

    /// <summary>Largest fee out of a surplus over the bankruptcy price, as a share of the proceeds.</summary>
    public Rational SurplusFee { get; init; }

    /// <summary>Of the fillable price: how fast its spread opens.</summary>
    public Rational BankruptcyAdjustment { get; init; } = Rational.One;

    /// <summary>Of the fillable price: its largest spread, as a share of maintenance margin.</summary>
    public Rational SpreadToMaintenance { get; init; }
}
