namespace Breakwater.Exchange;

/// <summary>How a premium becomes a funding rate.</summary>
public enum FundingForm
{
    /// <summary>The premium, drawn towards the interest rate within a bound.</summary>
    DrawnToInterest,

    /// <summary>The average premium itself, less interest.</summary>
    Premium,

    /// <summary>The premium of eight hours and a fixed interest added to it.</summary>
    PremiumPlusInterest,

    /// <summary>What the premium has beyond a damper.</summary>
    Damped,

    /// <summary>A day's distance between the averages of mark and oracle with a fixed interest added to it, by the hour.</summary>
    Averages,

    /// <summary>The distance between the averages of own and outside price, in currency.</summary>
    CashFlow,
}
