using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What longs pay shorts for an interval, as a share of the notional.</summary>
public static class FundingRate
{
    /// <summary>The premium, drawn towards the interest rate by no more than a bound.</summary>
    /// <remarks>Binance, Bybit, BitMEX, Hyperliquid, Gate. Source: docs/venues/binance-usdm.md.</remarks>
    public static Rational DrawnToInterest(Rational premium, Rational interest, Rational bound) =>
        premium + Rational.Clamp(interest - premium, -bound, bound);

    /// <summary>Zero while the premium is within a damper, and then what is beyond it.</summary>
    /// <remarks>Source: docs/venues/deribit-linear.md.</remarks>
    public static Rational Damped(Rational premium, Rational damper) =>
        Rational.Max(damper, premium) + Rational.Min(-damper, premium);

    /// <summary>Drift: an hour's share of the day's distance between the averages of mark and oracle.</summary>
    /// <remarks>Source: docs/venues/drift-v2.md.</remarks>
    public static Rational OfAverages(Rational mark, Rational oracle, Rational periodsPerDay) =>
        (mark - oracle) / oracle / periodsPerDay;

    /// <summary>Vega: what a long pays per unit of its position, in currency.</summary>
    /// <remarks>Source: docs/venues/vega.md.</remarks>
    /// <param name="time">Of the interval, in years.</param>
    /// <param name="lower">Bound of the interest part, as a share of the external price.</param>
    /// <param name="upper">Likewise.</param>
    public static Rational PaymentOfAverages(
        Rational internalPrice,
        Rational externalPrice,
        Rational time,
        Rational interest,
        Rational lower,
        Rational upper
    )
    {
        Rational carried = (Rational.One + time * interest) * externalPrice - internalPrice;
        return internalPrice
            - externalPrice
            + Rational.Min(upper * externalPrice, Rational.Max(lower * externalPrice, carried));
    }

    /// <returns>The rate within plus and minus the cap.</returns>
    public static Rational Capped(Rational rate, Rational cap) => Rational.Clamp(rate, -cap, cap);

    /// <summary>dYdX v4: how far the funding index moves, in whole units towards zero.</summary>
    /// <remarks>Source: docs/venues/dydx-v4.md.</remarks>
    /// <param name="price">Of a base quantum, in millionths of a quote quantum.</param>
    /// <param name="eightHourRate">In millionths.</param>
    public static Rational IndexDelta(Rational price, Rational eightHourRate, Rational seconds) =>
        ((seconds * eightHourRate * price).Truncate() / Rational.FromInteger(8 * 3600)).Truncate();
}
