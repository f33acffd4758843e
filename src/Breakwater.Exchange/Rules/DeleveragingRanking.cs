namespace Breakwater.Exchange;

/// <summary>Who is deleveraged first: the highest score.</summary>
public enum DeleveragingRanking
{
    /// <summary>
    /// Profit over wallet balance (at least 1) times maintenance margin over margin balance, both of the margin account;
    /// positions without a profit are never taken. Source: docs/venues/binance-usdm.md.
    /// </summary>
    ProfitTimesMarginRatio,

    /// <summary>
    /// Mark over entry price (entry over mark for shorts) times notional over account value; positions without a profit are
    /// never taken. Source: docs/venues/hyperliquid.md.
    /// </summary>
    PriceMoveTimesLeverage,

    /// <summary>Profit as a share of entry value, times effective leverage; losers divided by it.</summary>
    ProfitTimesLeverage,

    /// <summary>Profit over initial margin, over the margin ratio; losers times it.</summary>
    ProfitOverMarginRatio,

    /// <summary>
    /// Opposite accounts from a random place on, skipping those whose own bankruptcy price does not meet the price. In the
    /// calculator in the order given, in a run by age from the liquidated position's place on. Source: docs/venues/dydx-v4.md.
    /// </summary>
    OrderGiven,
}
