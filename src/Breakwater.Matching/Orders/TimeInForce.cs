namespace Breakwater.Matching;

/// <summary>How long an order works.</summary>
public enum TimeInForce : byte
{
    /// <summary>Rests until it is filled or cancelled.</summary>
    GoodTillCancelled,

    /// <summary>Trades what it can at once; the rest is cancelled.</summary>
    ImmediateOrCancel,

    /// <summary>Trades in full at once or not at all.</summary>
    FillOrKill,

    /// <summary>Rests until it is filled, cancelled, or its time has come.</summary>
    GoodTillTime,
}
