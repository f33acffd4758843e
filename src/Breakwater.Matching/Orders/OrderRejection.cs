namespace Breakwater.Matching;

/// <summary>Why a command was refused: the first that applies, from the top.</summary>
public enum OrderRejection : byte
{
    None,

    /// <summary>No order is accepted or amended in a halt.</summary>
    TradingHalted,

    /// <summary>To be cancelled or amended, but not open: never accepted, or gone by now.</summary>
    UnknownOrder,

    /// <summary>A conditional order that still waits is cancelled and sent anew.</summary>
    NotAmendable,

    /// <summary>Market, immediate-or-cancel, fill-or-kill and post-only orders have no meaning in a call auction.</summary>
    NotInAuction,

    /// <summary>Terms that exclude one another, such as a market order that is post-only.</summary>
    ContradictoryTerms,

    /// <summary>Not positive, or above <see cref="BookRules.MaxQuantity"/>.</summary>
    InvalidQuantity,

    QuantityOffStep,

    /// <summary>Not positive, or above <see cref="BookRules.MaxPrice"/>.</summary>
    InvalidPrice,

    PriceOffStep,

    /// <summary>The displayed quantity is not positive, above the order's quantity, or off the step.</summary>
    InvalidDisplay,

    /// <summary>The stop price is not positive, above the highest price, or off the step.</summary>
    InvalidStop,

    /// <summary>The order would expire at once.</summary>
    AlreadyExpired,

    /// <summary>Below <see cref="BookRules.MinNotional"/>. Reduce-only orders are exempt: any position can be closed.</summary>
    NotionalTooSmall,

    /// <summary>A buy above, or a sell below, the band around the mark.</summary>
    PriceOutsideBand,

    /// <summary>The trigger price has already passed the stop price.</summary>
    StopWouldTrigger,

    PostOnlyWouldTake,
}
