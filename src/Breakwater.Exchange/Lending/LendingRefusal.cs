namespace Breakwater.Exchange;

/// <summary>Why a lending market does not carry out a call; nothing changed. The first that holds is the answer.</summary>
public enum LendingRefusal : byte
{
    None,

    /// <summary>What is owed may be owed.</summary>
    NotLiquidatable,

    /// <summary>An auction of its collateral is under way.</summary>
    UnderAuction,

    /// <summary>The loan has nothing of the collateral that is asked for.</summary>
    NoCollateral,

    /// <summary>Less than a smallest unit would be repaid or seized.</summary>
    TooSmall,

    /// <summary>It would leave less of the debt or of the collateral than the protocol allows.</summary>
    LeavesDust,

    /// <summary>The auction has run too long, or its price has fallen too far, to go on without a restart.</summary>
    NeedsRestart,

    /// <summary>The auction is as young and its price as high as it may be.</summary>
    NeedsNoRestart,

    /// <summary>The auction is over.</summary>
    AuctionOver,
}
