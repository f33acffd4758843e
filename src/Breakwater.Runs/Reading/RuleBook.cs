using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Runs;

/// <summary>All rule sets by name, each read when it is first asked for.</summary>
public sealed class RuleBook(ContentFolders folders)
{
    // Of collateral outside of scenarios, whose prices tell better ones.
    private const decimal UsualUnit = 0.00000001m;
    private const decimal UsualTick = 0.01m;

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
    /// the first. Collateral is all that the file has tiers for, in steps of 1e-8 at prices in cents.
    /// </summary>
    /// <exception cref="InputException">
    /// There is no perpetual venue of that name, its file cannot be read, or it has a part that no run carries out.
    /// </exception>
    public VenueRules ReadForRuns(string name)
    {
        SourceFile file = FileOf(name);
        UnifiedReader? unified = UnifiedReader.IsUnified(file) ? new UnifiedReader(file) : null;
        SourceFile positions = unified is null ? file : FileOf(unified.PositionsOf);
        Document<VenueDocument> venue = Document<VenueDocument>.Read(positions);
        string[] coins = [.. venue.Root.Instruments.Keys];
        var reader = new RuleSetReader(venue, coins[0], unified);
        VenueRules rules = reader.Read(RuleSetReader.SettlesInCoin(venue) ? coins[..1] : coins);
        return unified is null
            ? rules
            : rules with
            {
                Collateral = new CollateralRules(
                    [.. unified.Collateral().Where(IsOther).Select(AssetOf)],
                    unified.Rules()
                ),
            };

        bool IsOther(KeyValuePair<string, IReadOnlyList<CollateralTier>> asset) => asset.Key != rules.Settlement.Code;
    }

    private static CollateralAsset AssetOf(KeyValuePair<string, IReadOnlyList<CollateralTier>> asset) =>
        new(asset.Key, UsualUnit, UsualTick, asset.Value);

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

        if (UnifiedReader.IsUnified(file))
        {
            return UnifiedOf(name, new UnifiedReader(file));
        }

        var venue = Document<VenueDocument>.Read(file);
        return new RuleBookEntry(name, new ExactRulesReader(venue).Read(), null, venue.StatedValues);
    }

    private RuleBookEntry UnifiedOf(string name, UnifiedReader unified)
    {
        RuleBookEntry positions = Read(unified.PositionsOf);
        RuleSet rules = positions.Rules ?? throw unified.WrongPositions("is a lending protocol, not a venue");
        return new RuleBookEntry(
            name,
            rules with
            {
                Name = unified.Name,
                Collateral = unified.Collateral(),
                Unified = unified.Rules(),
            },
            null,
            [.. unified.StatedValues, .. positions.StatedValues]
        );
    }
}
