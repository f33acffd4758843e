using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>A position's place in the deleveraging queue, as a venue's ranking defines it: higher goes first.</summary>
/// <remarks>A score orders a queue and never reaches a balance; it is made of plain IEEE operations.</remarks>
public static class DeleveragingScore
{
    /// <summary>Binance USD-M. Source: docs/venues/binance-usdm.md.</summary>
    /// <param name="profit">Unrealised, of the margin account.</param>
    /// <param name="wallet">Balance without unrealised profit; at least <paramref name="floor"/> counts.</param>
    /// <param name="floor">One unit of the settlement currency for each account that this one stands for.</param>
    /// <returns>Zero where there is no profit or no margin balance.</returns>
    public static double ProfitTimesMarginRatio(Money profit, Money wallet, Money floor, Money maintenance)
    {
        Money marginBalance = wallet + profit;
        if (!profit.IsPositive || !marginBalance.IsPositive)
        {
            return 0;
        }

        double profitShare = (double)profit.MinorUnits / Money.Max(wallet, floor).MinorUnits;
        return profitShare * maintenance.MinorUnits / marginBalance.MinorUnits;
    }

    /// <summary>Hyperliquid. Source: docs/venues/hyperliquid.md.</summary>
    /// <param name="value">Signed value at the mark.</param>
    /// <param name="cost">Signed value at the entry price.</param>
    /// <param name="accountValue">Equity of the margin account.</param>
    /// <returns>Zero where the account has no equity.</returns>
    public static double PriceMoveTimesLeverage(Money value, Money cost, Money accountValue)
    {
        if (!accountValue.IsPositive)
        {
            return 0;
        }

        double mark = Math.Abs((double)value.MinorUnits);
        double entry = Math.Abs((double)cost.MinorUnits);
        double move = value.IsPositive ? mark / entry : entry / mark;
        return move * (mark / accountValue.MinorUnits);
    }
}
