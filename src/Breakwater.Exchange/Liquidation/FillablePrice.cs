using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>At which price dYdX v4 offers a liquidated position to the book: the worse the account, the farther from the oracle.</summary>
/// <remarks>Source: docs/venues/dydx-v4.md.</remarks>
public static class FillablePrice
{
    /// <param name="size">Signed.</param>
    /// <param name="oracle">Positive.</param>
    /// <param name="positionMaintenance">Of this position.</param>
    /// <param name="collateral">Total net collateral of the account.</param>
    /// <param name="maintenance">Of the account; positive.</param>
    /// <param name="bankruptcyAdjustment">How fast the spread opens; 1 opens it fully at bankruptcy.</param>
    /// <param name="spreadToMaintenance">Largest spread as a share of the position's maintenance margin.</param>
    public static Rational Of(
        Rational size,
        Rational oracle,
        Rational positionMaintenance,
        Rational collateral,
        Rational maintenance,
        Rational bankruptcyAdjustment,
        Rational spreadToMaintenance
    )
    {
        Rational opened = Rational.Clamp(
            bankruptcyAdjustment * (Rational.One - collateral / maintenance),
            Rational.Zero,
            Rational.One
        );
        return (size * oracle - opened * spreadToMaintenance * positionMaintenance) / size;
    }

    /// <summary>In whole subticks of the book: up to a tick for a sale, down for a purchase, at least one tick.</summary>
    /// <param name="price">In quote quantums per base quantum.</param>
    /// <param name="subtick">What a subtick is worth in the same unit.</param>
    public static Rational ToSubticks(Rational price, Rational subtick, Rational subticksPerTick, bool sale)
    {
        Rational largest = Rational.FromFraction(ulong.MaxValue, 1).RoundTo(subticksPerTick, Rounding.Floor);
        Rational subticks = (price / subtick).RoundTo(subticksPerTick, sale ? Rounding.Ceiling : Rounding.Floor);
        return Rational.Clamp(subticks, subticksPerTick, largest);
    }
}
