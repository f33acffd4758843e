using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Runs;

/// <summary>All rule sets by name, each read when it is first asked for.</summary>
public sealed class RuleBook(ContentFolders folders)
{
    private readonly Dictionary<string, RuleBookEntry> _entries = new(StringComparer.Ordinal);
    private readonly SourceFiles _files = new(folders);

    public IReadOnlyList<string> Names => folders.NamesIn("venues");

    /// <exception cref="InputException">There is none of that name, or its file cannot be read.</exception>
    public RuleBookEntry Read(string name)
    {
        if (!_entries.TryGetValue(name, out RuleBookEntry? entry))
        {
            entry = ReadFrom(name, FileOf(name));
            _entries.Add(name, entry);
        }

        return entry;
    }

    /// <summary>
    /// The rules in whole units, as a run carries them out: of all coins that the venue lists, or where it settles in the coin itself of
    /// the first.
    /// </summary>
    /// <exception cref="InputException">
    /// There is no perpetual venue of that name, its file cannot be read, or it has a part that no run carries out.
    /// </exception>
    public VenueRules ReadForRuns(string name)
    {
        Document<VenueDocument> venue = Document<VenueDocument>.Read(FileOf(name));
        string[] coins = [.. venue.Root.Instruments.Keys];
        return new RuleSetReader(venue, coins[0]).Read(RuleSetReader.SettlesInCoin(venue) ? coins[..1] : coins);
    }

    private SourceFile FileOf(string name)
    {
        bool plain = name.AsSpan().IndexOfAny('/', '\\') < 0;
        return (plain ? _files.Read($"venues/{name}.yaml") : null)
            ?? throw new InputException($"there is no venue \"{name}\", {Nearest.HintOfPart(name, Names)}");
    }

    private RuleBookEntry ReadFrom(string name, SourceFile file)
    {
        var root = YamlTree.Parse(file).Root as System.Text.Json.Nodes.JsonObject;
        if (root?.ContainsKey("protocol") == true)
        {
            var lending = Document<LendingDocument>.Read(file);
            return new RuleBookEntry(name, null, LendingRulesReader.RulesOf(lending.Root), lending.StatedValues);
        }

        if (root?.ContainsKey("positionsOf") == true)
        {
            return UnifiedOf(name, Document<UnifiedDocument>.Read(file));
        }

        var venue = Document<VenueDocument>.Read(file);
        return new RuleBookEntry(name, new ExactRulesReader(venue).Read(), null, venue.StatedValues);
    }

    private RuleBookEntry UnifiedOf(string name, Document<UnifiedDocument> document)
    {
        UnifiedDocument unified = document.Root;
        RuleBookEntry positions = Read(unified.PositionsOf);
        RuleSet rules =
            positions.Rules
            ?? throw document.Wrong(unified, nameof(unified.PositionsOf), "is a lending protocol, not a venue");
        var collateral = unified.Collateral.ToDictionary(
            asset => asset.Key,
            asset => (IReadOnlyList<CollateralTier>)[.. asset.Value.Value.Select(TierOf)],
            StringComparer.Ordinal
        );
        return new RuleBookEntry(
            name,
            rules with
            {
                Name = unified.Name,
                Collateral = collateral,
                Unified = new UnifiedRules(ConversionOf(unified.Conversion), unified.PositionOrder.Value),
            },
            null,
            [.. document.StatedValues, .. positions.StatedValues]
        );
    }

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
