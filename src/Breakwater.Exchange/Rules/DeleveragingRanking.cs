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
    /// Mark over entry price (entry over mark for shorts) times notional over account value. Source:
    /// docs/venues/hyperliquid.md.
    /// </summary>
    PriceMoveTimesLeverage,
}
