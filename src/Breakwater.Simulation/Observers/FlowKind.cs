namespace Breakwater.Simulation;

/// <summary>What happened to a notional.</summary>
public enum FlowKind
{
    /// <summary>A liquidation order filled.</summary>
    Liquidated,

    /// <summary>The fund took a position over at its bankruptcy price.</summary>
    TakenOver,

    /// <summary>A liquidated account, not the fund, was closed against winners.</summary>
    DeleveragedAway,

    /// <summary>A winner was closed.</summary>
    Deleveraged,

    /// <summary>The fund sold or bought back what it held.</summary>
    Unwound,
}
