using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>How much of a position the next step of a ladder closes.</summary>
public static class LiquidationSize
{
    /// <summary>Binance: the smallest amount after which equity covers maintenance margin, the clearance fee paid.</summary>
    /// <remarks>
    /// Filled at the mark, within the present tier; the size of the order is not published. Source: docs/venues/binance-usdm.md.
    /// </remarks>
    /// <param name="shortfall">Maintenance margin less equity; positive.</param>
    /// <param name="maintenanceRate">Of the position's tier.</param>
    /// <returns>Null where no part restores the margin: closing costs more than it releases.</returns>
    public static Rational? ToRestoreMargin(
        Rational shortfall,
        Rational mark,
        Rational maintenanceRate,
        Rational feeRate
    )
    {
        Rational released = mark * (maintenanceRate - feeRate);
        return released.IsPositive ? shortfall / released : null;
    }

    /// <summary>What brings a position down to the limit of a lower tier.</summary>
    /// <param name="limit">In the schedule's measure.</param>
    public static Rational DownTo(in Holding holding, Rational limit, TierMeasure measure)
    {
        Rational kept = measure == TierMeasure.Quantity ? limit : holding.Quantity * limit / holding.Value;
        return Rational.Max(holding.Quantity - kept, Rational.Zero);
    }

    /// <summary>dYdX v4: a block may take a share of the position, but at least a stated notional.</summary>
    /// <remarks>Source: docs/venues/dydx-v4.md.</remarks>
    public static Rational WithinBlock(
        Rational size,
        Rational price,
        Rational minNotional,
        Rational maxPortion,
        Rational unit,
        Rational step
    )
    {
        Rational notional = size * price;
        Rational low = Rational.Min(minNotional, notional);
        Rational high = Rational.Max(low, (notional * maxPortion).RoundTo(unit, Rounding.Floor));
        return notional <= high ? size : (high / price).RoundTo(step, Rounding.Floor);
    }

    /// <summary>dYdX v4: no more than a notional, in whole steps of size.</summary>
    /// <param name="left">That may still be taken; nothing is, where it is not positive.</param>
    public static Rational WithinNotional(Rational size, Rational price, Rational left, Rational step)
    {
        Rational most = Rational.Max(left, Rational.Zero);
        return size * price <= most ? size : (most / price).RoundTo(step, Rounding.Floor);
    }

    /// <summary>Drift: base that a liquidator takes so that the account's margin shortage is covered; null for all of it.</summary>
    /// <remarks>Source: docs/venues/drift-v2.md.</remarks>
    /// <param name="shortage">Maintenance margin and buffer less equity; positive.</param>
    /// <param name="marginRatio">Of the position: maintenance rate and buffer.</param>
    public static Rational? ToCoverShortage(
        Rational shortage,
        Rational price,
        Rational marginRatio,
        Rational liquidatorFee,
        Rational fundFee,
        Rational step
    )
    {
        Rational released = price * (marginRatio - liquidatorFee) - price * fundFee;
        return released.IsPositive ? (shortage / released).RoundTo(step, Rounding.Floor) : null;
    }
}
