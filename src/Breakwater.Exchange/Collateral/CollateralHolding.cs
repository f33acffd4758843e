using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What an account holds or owes of one asset.</summary>
/// <param name="Amount">Negative for a debt.</param>
/// <param name="Price">In the account's currency; positive.</param>
/// <param name="Tiers">What parts of the amount count for.</param>
/// <param name="Haircut">What converting it costs, in place of the venue's; null for the venue's.</param>
/// <param name="DebtLimit">How far the balance may be negative, in place of the venue's; null for the venue's.</param>
public readonly record struct CollateralHolding(
    string Asset,
    Rational Amount,
    Rational Price,
    IReadOnlyList<CollateralTier> Tiers,
    Rational? Haircut,
    Rational? DebtLimit
)
{
    public Rational Worth => Amount * Price;

    /// <summary>As margin, after haircuts.</summary>
    public Rational CountedValue => CollateralValue.Of(Amount, Price, Tiers);

    /// <summary>Share of its value that the first unit counts for.</summary>
    public Rational FirstRatio => Tiers.Count > 0 ? Tiers[0].Ratio : Rational.Zero;
}
