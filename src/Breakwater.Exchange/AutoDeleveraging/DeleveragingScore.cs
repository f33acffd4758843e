using System.Numerics;
using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>A position's place in the deleveraging queue, as a venue's ranking defines it: higher goes first.</summary>
/// <remarks>
/// Each formula stands once, for any arithmetic: plain IEEE numbers order the engine's queues and never reach a balance,
/// exact ones answer the calculator.
/// </remarks>
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

        return ShareTimesRatio<double>(
            profit.MinorUnits,
            Money.Max(wallet, floor).MinorUnits,
            maintenance.MinorUnits,
            marginBalance.MinorUnits
        );
    }

    /// <inheritdoc cref="ProfitTimesMarginRatio(Money, Money, Money, Money)"/>
    public static Rational ProfitTimesMarginRatio(
        Rational profit,
        Rational wallet,
        Rational floor,
        Rational maintenance
    )
    {
        Rational marginBalance = wallet + profit;
        return profit.IsPositive && marginBalance.IsPositive
            ? ShareTimesRatio(profit, Rational.Max(wallet, floor), maintenance, marginBalance)
            : Rational.Zero;
    }

    /// <summary>Hyperliquid. Source: docs/venues/hyperliquid.md.</summary>
    /// <param name="value">Signed value at the mark.</param>
    /// <param name="cost">Signed value at the entry price.</param>
    /// <param name="accountValue">Equity of the margin account.</param>
    /// <returns>Zero where the position has no profit or the account no equity.</returns>
    public static double PriceMoveTimesLeverage(Money value, Money cost, Money accountValue)
    {
        if (value <= cost || !accountValue.IsPositive)
        {
            return 0;
        }

        double mark = Math.Abs((double)value.MinorUnits);
        double entry = Math.Abs((double)cost.MinorUnits);
        return MoveTimesLeverage<double>(mark, entry, value.IsPositive, accountValue.MinorUnits);
    }

    /// <inheritdoc cref="PriceMoveTimesLeverage(Money, Money, Money)"/>
    public static Rational PriceMoveTimesLeverage(in Holding holding, Rational accountValue) =>
        accountValue.IsPositive
            ? MoveTimesLeverage(holding.Value, holding.EntryValue, holding.Direction > 0, accountValue)
            : Rational.Zero;

    /// <summary>
    /// BitMEX and Bybit: profit as a share of the entry value, times effective leverage if it is a profit and divided by it if
    /// it is a loss. Source: docs/venues/bitmex-inverse.md, docs/venues/bybit-linear.md.
    /// </summary>
    /// <param name="effectiveLeverage">Notional over equity; not zero.</param>
    public static Rational ProfitTimesLeverage(in Holding holding, Rational effectiveLeverage) =>
        ShareTimesLeverage(
            holding.UnrealisedProfit / holding.EntryValue,
            effectiveLeverage,
            holding.UnrealisedProfit.IsPositive
        );

    /// <inheritdoc cref="ProfitTimesLeverage(in Holding, Rational)"/>
    /// <param name="value">Signed value at the mark.</param>
    /// <param name="cost">Signed value at the entry price.</param>
    /// <param name="equity">Behind the position.</param>
    /// <returns>Null where there is no equity.</returns>
    public static double? ProfitTimesLeverage(Money value, Money cost, Money equity)
    {
        if (!equity.IsPositive || cost.IsZero)
        {
            return null;
        }

        double profit = (value - cost).MinorUnits;
        double share = profit / cost.Magnitude.MinorUnits;
        double leverage = (double)value.Magnitude.MinorUnits / equity.MinorUnits;
        return ShareTimesLeverage(share, leverage, profit > 0);
    }

    /// <summary>OKX: profit over initial margin, divided by the margin ratio if it is a profit, times it if it is a loss.</summary>
    /// <remarks>Source: docs/venues/okx-swap.md; a third party's account of it.</remarks>
    /// <param name="marginRatio">Equity over maintenance margin; not zero.</param>
    public static Rational ProfitOverMarginRatio(Rational profit, Rational initialMargin, Rational marginRatio)
    {
        Rational share = profit / initialMargin;
        return share.IsPositive ? share / marginRatio : share * marginRatio;
    }

    /// <inheritdoc cref="ProfitOverMarginRatio(Rational, Rational, Rational)"/>
    /// <param name="account">Its equity over its maintenance margin is the margin ratio.</param>
    /// <returns>Null where there is no equity, or no margin is asked.</returns>
    public static double? ProfitOverMarginRatio(Money profit, Money initialMargin, MarginState account)
    {
        if (!account.Equity.IsPositive || !account.Maintenance.IsPositive || initialMargin.IsZero)
        {
            return null;
        }

        double share = (double)profit.MinorUnits / initialMargin.MinorUnits;
        double ratio = (double)account.Equity.MinorUnits / account.Maintenance.MinorUnits;
        return share > 0 ? share / ratio : share * ratio;
    }

    private static T ShareTimesLeverage<T>(T share, T leverage, bool isProfit)
        where T : IMultiplyOperators<T, T, T>, IDivisionOperators<T, T, T> =>
        isProfit ? share * leverage : share / leverage;

    private static T ShareTimesRatio<T>(T profit, T wallet, T maintenance, T marginBalance)
        where T : IMultiplyOperators<T, T, T>, IDivisionOperators<T, T, T> =>
        profit / wallet * maintenance / marginBalance;

    private static T MoveTimesLeverage<T>(T mark, T entry, bool risesWithPrice, T accountValue)
        where T : IMultiplyOperators<T, T, T>, IDivisionOperators<T, T, T> =>
        (risesWithPrice ? mark / entry : entry / mark) * (mark / accountValue);
}
