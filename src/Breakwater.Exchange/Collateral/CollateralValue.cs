using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What collateral assets are worth as margin.</summary>
public static class CollateralValue
{
    /// <summary>Each part of an amount counts at its own tier's ratio; beyond the last limit nothing does.</summary>
    /// <remarks>A debt counts in full. Source: docs/venues/okx-multi-currency.md.</remarks>
    /// <param name="amount">Negative for a debt.</param>
    /// <param name="price">In the account's currency.</param>
    public static Rational Of(Rational amount, Rational price, IReadOnlyList<CollateralTier> tiers)
    {
        if (amount.IsNegative)
        {
            return amount * price;
        }

        (Rational counted, Rational floor) = (Rational.Zero, Rational.Zero);
        foreach (CollateralTier tier in tiers)
        {
            Rational limit = Rational.Min(amount, tier.Limit ?? amount);
            counted += Rational.Max(limit - floor, Rational.Zero) * tier.Ratio;
            floor = limit;
        }

        return counted * price;
    }

    /// <summary>The least amount that counts for a value, or where none does, the least that counts for the most.</summary>
    /// <param name="value">Not negative; in the account's currency.</param>
    /// <param name="price">Positive; in the account's currency.</param>
    public static Rational AmountFor(Rational value, Rational price, IReadOnlyList<CollateralTier> tiers)
    {
        Rational left = value / price;
        (Rational amount, Rational floor) = (Rational.Zero, Rational.Zero);
        foreach (CollateralTier tier in tiers)
        {
            if (tier.Ratio.IsPositive && left.IsPositive)
            {
                Rational needed = left / tier.Ratio;
                amount = floor + (tier.Limit is { } limit ? Rational.Min(needed, limit - floor) : needed);
                left -= (amount - floor) * tier.Ratio;
            }

            floor = tier.Limit ?? floor;
        }

        return amount;
    }

    /// <summary>How much of another asset is sold to make up for a deficit, when selling it costs a haircut.</summary>
    /// <remarks>Source: docs/venues/binance-multi-assets.md.</remarks>
    /// <param name="haircut">From 0 to below 1.</param>
    public static Rational SoldFor(Rational deficit, Rational haircut) => deficit / (Rational.One - haircut);
}
