using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Drift: a liquidator takes over a borrow and is given collateral for it.</summary>
/// <remarks>Reckoned in the program's integers: weights and multipliers in 1e-4 and 1e-6. Source: docs/venues/drift-v2.md.</remarks>
public static class SpotTransfer
{
    private static readonly Rational s_million = Rational.FromInteger(1_000_000);
    private static readonly Rational s_weightScale = Rational.FromInteger(100_000);

    /// <summary>Borrow to take over so that a margin shortage is covered, in whole smallest units of the borrowed token.</summary>
    /// <param name="unit">Smallest unit of the token.</param>
    public static Rational LiabilityToCover(
        Rational shortage,
        Rational assetWeight,
        Rational liabilityWeight,
        Rational assetMultiplier,
        Rational liabilityMultiplier,
        Rational price,
        Rational fundFee,
        Rational unit
    )
    {
        Rational asset = (assetWeight * s_weightScale).ToInteger(Rounding.Floor);
        Rational liability = (liabilityWeight * s_weightScale).ToInteger(Rounding.Floor);
        Rational released = (asset * assetMultiplier / liabilityMultiplier).ToInteger(Rounding.Floor);
        Rational scaledPrice = (price * s_million).ToInteger(Rounding.Floor);
        Rational fee = (scaledPrice * fundFee).ToInteger(Rounding.Floor) * liability;
        Rational perToken = (scaledPrice * (liability - released) - fee) / s_million / s_weightScale;
        return (shortage / perToken).RoundTo(unit, Rounding.Floor);
    }

    /// <summary>Borrow that an amount of collateral pays for.</summary>
    public static Rational LiabilityFor(
        Rational asset,
        Rational assetPrice,
        Rational assetMultiplier,
        Rational liabilityPrice,
        Rational liabilityMultiplier,
        Rational unit
    ) => (asset * assetPrice * liabilityMultiplier / (liabilityPrice * assetMultiplier)).RoundTo(unit, Rounding.Floor);

    /// <summary>Collateral that is given for an amount of borrow.</summary>
    public static Rational AssetFor(
        Rational liability,
        Rational liabilityPrice,
        Rational liabilityMultiplier,
        Rational assetPrice,
        Rational assetMultiplier,
        Rational unit
    ) =>
        (liability * liabilityPrice * assetMultiplier / (assetPrice * liabilityMultiplier)).RoundTo(
            unit,
            Rounding.Floor
        );
}
