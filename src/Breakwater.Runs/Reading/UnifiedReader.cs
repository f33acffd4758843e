using System.Text.Json.Nodes;
using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Runs;

/// <summary>Reads a file for an account mode in which several assets stand behind the positions of another rule set.</summary>
internal sealed class UnifiedReader(SourceFile file)
{
    private readonly Document<UnifiedDocument> _document = Document<UnifiedDocument>.Read(file);

    private UnifiedDocument Root => _document.Root;

    public string Name => Root.Name;

    /// <summary>The rule set whose instruments, ladder and funding hold.</summary>
    public string PositionsOf => Root.PositionsOf;

    public IReadOnlyList<StatedValue> StatedValues => _document.StatedValues;

    public static bool IsUnified(SourceFile file) =>
        YamlTree.Parse(file).Root is JsonObject root && root.ContainsKey("positionsOf");

    /// <summary>What is wrong with the rule set that it builds on.</summary>
    public InputException WrongPositions(string problem) => _document.Wrong(Root, nameof(Root.PositionsOf), problem);

    public UnifiedRules Rules() => new(ConversionOf(Root.Conversion), Root.PositionOrder.Value);

    /// <summary>Tiers by asset.</summary>
    public Dictionary<string, IReadOnlyList<CollateralTier>> Collateral() =>
        Root.Collateral.ToDictionary(
            asset => asset.Key,
            asset => (IReadOnlyList<CollateralTier>)[.. asset.Value.Value.Select(TierOf)],
            StringComparer.Ordinal
        );

    private static ConversionRules ConversionOf(ConversionDocument conversion) =>
        new(
            conversion.Order.Value,
            conversion.AtLiquidation.Value,
            conversion.DebtCountsProfit.Value,
            conversion.RepaysWholeDebt.Value,
            Rational.FromRate(conversion.Haircut.Value.Rate),
            (conversion.DebtLimits ?? []).ToDictionary(
                limit => limit.Key,
                limit => Rational.FromDecimal(limit.Value.Value.Number),
                StringComparer.Ordinal
            )
        );

    private static CollateralTier TierOf(CollateralTierDocument tier) =>
        new(tier.To is { } to ? Rational.FromDecimal(to.Number) : null, tier.Ratio.Value);
}
