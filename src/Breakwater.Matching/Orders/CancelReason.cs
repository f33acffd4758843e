namespace Breakwater.Matching;

/// <summary>Why an order, or what was left of it, was cancelled. In the detail field of the event.</summary>
public enum CancelReason : byte
{
    /// <summary>By command.</summary>
    Requested,

    /// <summary>With all of its owner's orders.</summary>
    MassCancel,

    /// <summary>A market or immediate-or-cancel order found nothing more at its limit.</summary>
    NothingLeftToTake,

    /// <summary>A fill-or-kill order could not be filled in full.</summary>
    NotFillable,

    /// <summary>It met an order of its own owner.</summary>
    SelfTrade,

    /// <summary>A market order reached the band around the mark, or a triggered limit order lay outside it.</summary>
    PriceBand,

    /// <summary>A post-only order that was triggered would have taken.</summary>
    PostOnlyWouldTake,

    /// <summary>A reduce-only order found its owner without a position to reduce.</summary>
    NothingToReduce,

    /// <summary>A conditional order went off, and its owner could not carry what it would open, or not at its leverage.</summary>
    InsufficientMargin,
}
