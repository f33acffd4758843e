using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What a liquidation's fill brings or costs the insurance fund.</summary>
public static class FundShare
{
    /// <summary>Where the venue settles the trader at the bankruptcy price: all of the difference to it.</summary>
    /// <remarks>Source: docs/venues/bybit-linear.md.</remarks>
    public static Rational OfDifference(in Holding holding, Rational fill, Rational bankruptcy) =>
        holding.Signed(holding.ValueAt(fill) - holding.ValueAt(bankruptcy));

    /// <summary>dYdX v4: the surplus over the bankruptcy price, at most a share of the proceeds; a deficit in full.</summary>
    /// <remarks>Source: docs/venues/dydx-v4.md.</remarks>
    /// <param name="change">Signed size of the fill: negative when a long is closed.</param>
    /// <param name="closingQuote">Of <see cref="BankruptcyPrice.ClosingQuote"/>.</param>
    public static Rational OfSurplus(
        Rational change,
        Rational fill,
        Rational closingQuote,
        Rational maxFee,
        Rational unit
    )
    {
        Rational proceeds = (change.Magnitude * fill).RoundTo(unit, Rounding.Floor);
        Rational surplus = (change.IsNegative ? proceeds : -proceeds) - closingQuote;
        return surplus.IsPositive ? Rational.Min((proceeds * maxFee).RoundTo(unit, Rounding.Floor), surplus) : surplus;
    }
}
