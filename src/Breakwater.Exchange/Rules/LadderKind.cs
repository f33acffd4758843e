namespace Breakwater.Exchange;

/// <summary>What a venue's liquidation does first, once orders are cancelled.</summary>
public enum LadderKind
{
    /// <summary>One immediate-or-cancel order, then a take-over of what is left.</summary>
    OneOrder,

    /// <summary>
    /// One immediate-or-cancel order; what it leaves is assigned to volunteers, and what they leave is closed against
    /// counterparties. A run carries it out as one order: the fund stands for the volunteers.
    /// </summary>
    OrderThenAssignment,

    /// <summary>Above the lowest tier an order down to the next lower tier; else a take-over.</summary>
    TierByTier,

    /// <summary>From the third tier on an order two tiers down; else a take-over.</summary>
    TwoTiersDown,

    /// <summary>A market order for a share of a large position, then for all of it; below a share of margin a take-over.</summary>
    ShareThenAll,

    /// <summary>An order at the fillable price, as large as a block's limits allow.</summary>
    BlockLimits,

    /// <summary>A share of the position each round until margin is restored.</summary>
    Slices,

    /// <summary>The whole position at once.</summary>
    TakeOver,

    /// <summary>Liquidators take over what covers the shortage, at the oracle price less a fee.</summary>
    CoverShortage,

    /// <summary>The network takes all, margin too, and sells in slices over time, as a fund does after a take-over.</summary>
    TimedDisposal,
}
