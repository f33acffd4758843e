namespace Breakwater.Exchange;

/// <summary>Why a command changed nothing; where several reasons apply, the one that the command meets first.</summary>
public enum Rejection : byte
{
    None = 0,
    UnknownAccount = 1,
    UnknownInstrument = 2,
    AmountNotPositive = 3,
    QuantityNotPositive = 4,
    PriceOutOfRange = 5,
    NoMarkPrice = 6,
    TablesFull = 7,
    LeverageAboveLimit = 8,
    InsufficientMargin = 9,
    WouldBeLiquidated = 10,

    /// <summary>The venue has no books.</summary>
    NoBook = 11,

    /// <summary>The order is open no longer, or belongs to somebody else.</summary>
    UnknownOrder = 12,

    /// <summary>A reduce-only order that has nothing to reduce.</summary>
    NothingToReduce = 13,

    /// <summary>The book refused it; its own event says why.</summary>
    RefusedByBook = 14,

    /// <summary>The venue counts no such asset as collateral.</summary>
    UnknownAsset = 15,

    /// <summary>Under isolated margin nothing but the wallet stands behind a position.</summary>
    NeedsCrossMargin = 16,
}
