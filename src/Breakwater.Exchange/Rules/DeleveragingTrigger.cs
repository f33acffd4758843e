namespace Breakwater.Exchange;

/// <summary>When winners are closed to pay for losers.</summary>
public enum DeleveragingTrigger
{
    /// <summary>The fund would owe more than it has if it took the position over.</summary>
    FundExhausted,

    /// <summary>The liquidated account owes more than it has, whatever the fund holds.</summary>
    NegativeEquity,

    /// <summary>The fund has lost a stated share of its highest balance in a window.</summary>
    FundDrawdown,

    /// <summary>The venue has no deleveraging: losses are shared out, or nobody's.</summary>
    Never,
}
