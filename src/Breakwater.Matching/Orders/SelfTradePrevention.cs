namespace Breakwater.Matching;

/// <summary>What happens where an incoming order meets a resting one of the same owner. The incoming order's choice rules.</summary>
public enum SelfTradePrevention : byte
{
    /// <summary>They trade.</summary>
    Allow,

    /// <summary>What is left of the incoming order is cancelled.</summary>
    CancelTaker,

    /// <summary>The resting order is cancelled and the incoming one goes on.</summary>
    CancelMaker,

    CancelBoth,

    /// <summary>Both shrink by what would have traded; what reaches zero is gone.</summary>
    Decrement,
}
