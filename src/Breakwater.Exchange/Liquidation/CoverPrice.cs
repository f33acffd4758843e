using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What liquidators take over and pay, in whole lots and ticks.</summary>
/// <remarks>Source: docs/venues/drift-v2.md.</remarks>
internal static class CoverPrice
{
    // The chain's smallest quantity, in coins.
    private static readonly Rational s_smallest = Rational.FromFraction(1, 1_000_000_000);

    /// <summary>The mark less a liquidator's fee, or more for whom it buys from; to a tick in the account's favour, at least one tick.</summary>
    public static Price ToTick(Price mark, bool sells, Rational fee)
    {
        Rational ticks = Rational.FromInteger(mark.Ticks) * (Rational.One + (sells ? -fee : fee));
        return Price.FromTicks(Math.Max(ticks.ToInt64(sells ? Rounding.Ceiling : Rounding.Floor), 1));
    }

    /// <summary>Lots that cover what the account is short of its requirement and the buffer, rounded up; all of them where no part does.</summary>
    /// <param name="lots">Of the position, signed; not zero.</param>
    /// <param name="account">Liquidatable.</param>
    /// <param name="exposure">Notional of all positions of the margin account.</param>
    public static Quantity Size(
        InstrumentRules listed,
        LiquidationRules rules,
        Quantity lots,
        Price mark,
        int weight,
        MarginState account,
        Money exposure
    )
    {
        Money notional = listed.Instrument.Notional(mark, lots.Magnitude);
        Rational? enough = LiquidationSize.ToCoverShortage(
            Rational.FromInteger(-account.Slack.MinorUnits)
                + rules.MarginBuffer * Rational.FromInteger(exposure.MinorUnits),
            Rational.FromInteger(listed.Instrument.Notional(mark, Quantity.FromLots(1)).MinorUnits),
            listed.Margin.MaintenanceRate(notional, lots, weight) + rules.MarginBuffer,
            rules.LiquidatorFee,
            Rational.FromRate(rules.ClearanceFeeAt(listed)),
            s_smallest / Rational.FromDecimal(listed.Instrument.LotSize)
        );
        Rational all = Rational.FromInteger(lots.Magnitude.Lots);
        Rational size = enough is { } part ? Rational.Min(part, all) : all;
        return Quantity.FromLots(Math.Max(size.ToInt64(Rounding.Ceiling), 1));
    }
}
