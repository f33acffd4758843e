using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Testing;

/// <summary>Collateral assets and what a venue does with them, drawn from one stream.</summary>
public static class DrawnCollateral
{
    /// <summary>The same rules with one to three assets, under a ladder that counts more than the wallet.</summary>
    public static VenueRules In(VenueRules rules, Luck luck) =>
        rules with
        {
            Liquidation = rules.Liquidation.ReckonsByLot
                ? rules.Liquidation with
                {
                    Ladder = luck.Of(LadderKind.OneOrder, LadderKind.TierByTier, LadderKind.TwoTiersDown),
                }
                : rules.Liquidation,
            Collateral = new CollateralRules(
                [.. Enumerable.Range(0, (int)luck.Between(1, 3)).Select(i => DrawAsset(luck, i))],
                DrawUnified(luck, rules.Settlement)
            ),
        };

    private static CollateralAsset DrawAsset(Luck luck, int number) =>
        new(
            FormattableString.Invariant($"ASSET{number}"),
            luck.Of(1m, 0.01m, 0.00000001m),
            luck.Of(0.000001m, 0.01m, 0.1m),
            DrawTiers(luck)
        );

    // Now and then nothing counts, or nothing beyond the last limit.
    private static List<CollateralTier> DrawTiers(Luck luck)
    {
        var tiers = new List<CollateralTier>();
        long limit = 0;
        long perWhole = luck.Of(1L, 1_000);
        long ratio = luck.Of(1_000L, 995, 950, 0);
        int count = (int)luck.Between(1, 4);
        for (int tier = 1; tier <= count; tier++)
        {
            limit += luck.OfAnySize(1_000_000_000);
            bool isOpen = tier == count && luck.Chance(0.5);
            Rational? end = isOpen ? null : Rational.FromFraction(limit, perWhole);
            tiers.Add(new CollateralTier(end, Rational.FromFraction(ratio, 1_000)));
            ratio = luck.Between(0, ratio);
        }

        return tiers;
    }

    private static UnifiedRules DrawUnified(Luck luck, Currency settlement)
    {
        var limits = new Dictionary<string, Rational>(StringComparer.Ordinal);
        if (luck.Chance(0.5))
        {
            limits[settlement.Code] = Rational.FromFraction(luck.OfAnySize(1_000_000_000), luck.Of(1, 7, 1_000_000));
        }

        return new UnifiedRules(
            new ConversionRules(
                luck.Of(ConversionOrder.InProportion, ConversionOrder.HighestRatioFirst),
                luck.Of(ConversionTime.BeforePositions, ConversionTime.AfterPositions, ConversionTime.Never),
                DebtCountsProfit: luck.Chance(0.5),
                RepaysWholeDebt: luck.Chance(0.5),
                Rational.FromFraction(luck.Of(0L, 25, 300), 1_000),
                limits
            ),
            luck.Of(PositionOrder.LargestMaintenance, PositionOrder.OppositesThenMostReleased)
        );
    }
}
