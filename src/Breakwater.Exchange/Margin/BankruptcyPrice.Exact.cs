using Breakwater.Domain;

namespace Breakwater.Exchange;

public static partial class BankruptcyPrice
{
    /// <summary>The price at which closing the position uses up the equity behind it, exact.</summary>
    /// <param name="equity">Behind this position, at its mark.</param>
    /// <returns>False if no positive price does that.</returns>
    public static bool TryFind(in Holding holding, Rational equity, out Rational price)
    {
        Rational notional = holding.Value - holding.Signed(equity);
        price = notional.IsPositive ? holding.PriceAt(notional) : default;
        return notional.IsPositive;
    }

    /// <summary>The part of a margin account's equity that stands behind one of its positions.</summary>
    public static Rational EquityBehind(Rational equity, Rational maintenance, Rational accountMaintenance) =>
        maintenance == accountMaintenance || accountMaintenance.IsZero
            ? equity
            : equity * maintenance / accountMaintenance;

    /// <summary>
    /// What dYdX v4 asks for closing a part of a position, at the least, so that the account's other positions stand no worse:
    /// in quote currency, received for a long and paid (negative) for a short; rounded up to a unit.
    /// </summary>
    /// <remarks>Source: docs/venues/dydx-v4.md.</remarks>
    /// <param name="change">Signed: negative when a long is closed.</param>
    /// <param name="price">Oracle price.</param>
    /// <param name="collateral">Total net collateral of the account; may be negative.</param>
    /// <param name="released">Maintenance margin that closing the part gives back.</param>
    /// <param name="maintenance">Of the account; positive.</param>
    /// <param name="unit">Smallest amount of the quote currency.</param>
    public static Rational ClosingQuote(
        Rational change,
        Rational price,
        Rational collateral,
        Rational released,
        Rational maintenance,
        Rational unit
    ) => -(change * price) - EquityBehind(collateral, released, maintenance).RoundTo(unit, Rounding.Floor);
}
