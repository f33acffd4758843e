using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Assets other than the settlement currency that stand behind the positions of cross accounts.</summary>
/// <remarks>
/// The wallet in the settlement currency counts in full, and it alone may be negative. Source: docs/models/margin.md.
/// </remarks>
/// <param name="Assets">In order of their identifiers; empty where none is brought in, and the order of positions alone differs.</param>
public sealed record CollateralRules(IReadOnlyList<CollateralAsset> Assets, UnifiedRules Unified)
{
    /// <exception cref="ArgumentException">
    /// An asset is named twice or is the settlement currency, a step or a ratio lies outside its range, or the venue's ladder or
    /// contracts are of a kind that no unified mode has.
    /// </exception>
    internal void ThrowIfUnsound(VenueRules venue)
    {
        Rational haircut = Unified.Conversion.Haircut;
        Require(venue, !haircut.IsNegative && haircut < Rational.One, "a conversion costs from 0 to below 1");
        Require(venue, !venue.Liquidation.ReckonsByLot, "its ladder counts the wallet alone");
        Require(
            venue,
            venue.Instruments.All(listed => listed.Instrument.Kind == ContractKind.Linear),
            "collateral stands behind linear contracts"
        );
        var names = new HashSet<string>(StringComparer.Ordinal) { venue.Settlement.Code };
        foreach (CollateralAsset asset in Assets)
        {
            Require(venue, names.Add(asset.Name), $"{asset.Name} is named twice, or settles");
            Require(venue, asset.Unit > 0 && asset.Tick > 0, $"steps of {asset.Name} are above 0");
            Require(
                venue,
                asset.Tiers.All(tier => !tier.Ratio.IsNegative && tier.Ratio <= Rational.One),
                $"{asset.Name} counts for 0 to 1 of its value"
            );
            Require(
                venue,
                asset
                    .Tiers.Zip(asset.Tiers.Skip(1))
                    .All(pair => pair.First.Limit < (pair.Second.Limit ?? pair.First.Limit + Rational.One)),
                $"the limits of {asset.Name}'s tiers rise, and none follows the one without"
            );
        }
    }

    private static void Require(VenueRules venue, bool condition, string truth)
    {
        if (!condition)
        {
            throw new ArgumentException($"{venue.Name}: {truth}.", nameof(venue));
        }
    }
}
