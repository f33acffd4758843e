using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Simulation;

namespace Breakwater.Runs;

/// <summary>Reads a scenario with its venues and tables, and holds them against each other.</summary>
public sealed class ScenarioReader
{
    // Of a market's crowd, which all paths share; --seed draws that of a tape anew.
    private const int DefaultCrowd = 1;

    private readonly SourceFiles _files;
    private readonly Document<ScenarioDocument> _scenario;
    private readonly List<StatedValue> _statedValues;
    private readonly Dictionary<string, Document<VenueDocument>> _venueFiles = [];
    private readonly Dictionary<string, UnifiedReader> _unified = [];
    private readonly HashSet<string> _lendingFiles = [];

    private ScenarioReader(SourceFiles files, Document<ScenarioDocument> scenario)
    {
        _files = files;
        _scenario = scenario;
        _statedValues = [.. scenario.StatedValues];
    }

    /// <param name="scenario">A name in a scenarios/ folder, or a path to a file: with a folder or an extension in it. Policies follow after "+".</param>
    /// <exception cref="InputException">Anything that a user could have written better; the message is one line.</exception>
    public static Scenario Read(ContentFolders folders, string scenario) => Read(folders, scenario, []);

    /// <param name="values">Take the place of what stands in the file; after those of its calibration and of its policies.</param>
    /// <exception cref="InputException">The same; or nothing stands at the place of a value.</exception>
    public static Scenario Read(ContentFolders folders, string scenario, IReadOnlyList<ScenarioValue> values)
    {
        var name = ScenarioName.Parse(scenario);
        bool isPath = ScenarioName.IsPath(name.Scenario);
        var files = new SourceFiles(isPath ? folders.Around(name.Scenario) : folders);
        YamlTree tree = YamlTree.Parse(
            isPath ? files.ReadFrom(name.Scenario, name.Scenario) : Named(files, name.Scenario)
        );
        Document<ScenarioDocument> document = Document<ScenarioDocument>.Read(tree);
        ScenarioValue[] calibrated = [.. CalibrationReader.ValuesFor(document, files)];
        ScenarioValue[] overlaid =
        [
            .. name.Policies.SelectMany(policy => PolicyReader.Read(files, policy).Values),
            .. values,
        ];
        ScenarioChanges.Apply(tree, [.. calibrated, .. overlaid]);
        bool isChanged = calibrated.Length + overlaid.Length > 0;
        var reader = new ScenarioReader(files, isChanged ? Document<ScenarioDocument>.Read(tree) : document);
        Scenario read = reader.Read(name.Label);
        ScenarioValue[] changes = [.. overlaid.Where(value => value.Source is not null)];
        // What a value must be comes before how far a fit may move it.
        return read with { Fitted = FittedReader.Read(document, tree, changes), Changes = changes };
    }

    internal static string TitleOf(ContentFolders folders, string name) =>
        Document<ScenarioDocument>.Read(Named(new SourceFiles(folders), name)).Root.Title;

    private static SourceFile Named(SourceFiles files, string name) =>
        files.Read($"scenarios/{name}.yaml")
        ?? throw new InputException(
            $"there is no scenario \"{name}\", {Nearest.Hint(name, files.Folders.NamesIn("scenarios"))}"
        );

    private Scenario Read(string name)
    {
        ScenarioDocument root = _scenario.Root;
        RequireOrder(root.Window);
        var coins = new CoinReader(_scenario, _files);
        PriceTape[] tapes = root.Market is null ? [.. root.Coins.Keys.Select(coins.TapeOf)] : [];
        CoinHistory[] histories =
        [
            .. root.Coins.Keys.Select(
                (coin, i) =>
                    coins.HistoryOf(
                        coin,
                        root.Market is null ? tapes[i].PriceAt(root.Window.Start) : coins.PriceAtStart(coin)
                    )
            ),
        ];
        var crowd = new CrowdReader(_scenario);
        VenueReader[] readers = [.. root.Venues.Keys.Select(VenueOf)];
        VenueParameters[] venues = [.. readers.Select(venue => venue.Read(crowd, histories, tapes))];
        var whales = new WhaleReader(_scenario, histories);
        whales.RequireVenues(venues);
        crowd.RequireLeverageUpTo(readers.Max(venue => venue.HighestLeverage));
        return new Scenario
        {
            Name = name,
            Title = root.Title,
            File = _files.Hashes[0].File,
            World = new WorldParameters
            {
                Start = root.Window.Start,
                End = root.Window.End,
                CrowdSeed = new Seed((ulong)(root.Market?.CrowdSeed?.Value ?? DefaultCrowd)),
                Crowd = crowd.Read(),
                Histories = histories,
                Tapes = tapes,
                Market = root.Market is null ? null : MarketOf(root.Market, venues, histories),
                Venues = [.. venues.Select(whales.With)],
            },
            StatedValues = _statedValues,
            Observed = ObservedIn(root),
            ObservedPaths = [.. root.Coins.Keys.Select(coins.ObservedPathOf).OfType<ObservedPath>()],
            Observables = root.Observables is null ? [] : ObservablesReader.Read(Needed(root, root.Observables)),
            Baselines = [.. (root.Baselines ?? []).Select(entry => BaselineOf(entry.Key, entry.Value))],
            Fitted = [],
            Changes = [],
            Files = _files.Hashes,
            Remarks = coins.Remarks,
        };
    }

    private void RequireOrder(WindowDocument window)
    {
        if (window.End <= window.Start)
        {
            throw _scenario.Wrong(window, nameof(window.End), $"must come after the start, {window.Start}");
        }
    }

    private VenueReader VenueOf(string name)
    {
        VenueInScenarioDocument venue = _scenario.Root.Venues[name];
        Stated<string> rules = venue.Rules;
        if (!_venueFiles.TryGetValue(rules.Value, out Document<VenueDocument>? document))
        {
            SourceFile file =
                _files.Read($"venues/{rules.Value}.yaml")
                ?? throw _scenario.Wrong(
                    rules,
                    $"is no rule set in venues/, {Nearest.Hint(rules.Value, _files.Folders.NamesIn("venues"))}"
                );
            if (UnifiedReader.IsUnified(file))
            {
                var mode = new UnifiedReader(file);
                _unified[rules.Value] = mode;
                _statedValues.AddRange(mode.StatedValues);
                file =
                    _files.Read($"venues/{mode.PositionsOf}.yaml")
                    ?? throw mode.WrongPositions("is no rule set in venues/");
            }

            document = Document<VenueDocument>.Read(file);
            _venueFiles[rules.Value] = document;
            _statedValues.AddRange(document.StatedValues);
        }

        string[] coins = [.. venue.Listings.Keys];
        if (RuleSetReader.SettlesInCoin(document) && coins.Length > 1)
        {
            throw _scenario.WrongKey(
                venue.Listings,
                coins[1],
                $"is listed beside {coins[0]}: {document.Root.Name} settles in the coin itself, so that each is a venue of its own"
            );
        }

        UnifiedReader? unified = _unified.GetValueOrDefault(rules.Value);
        return new VenueReader(_scenario, name, new RuleSetReader(document, coins.FirstOrDefault(""), unified));
    }

    private MarketParameters MarketOf(
        MarketDocument market,
        IReadOnlyList<VenueParameters> venues,
        IReadOnlyList<CoinHistory> histories
    ) =>
        new MarketReader(_scenario, venues).Read() with
        {
            Lending =
            [
                .. (market.Lending ?? []).Select(lending =>
                    new LendingReader(
                        _scenario,
                        lending.Key,
                        LendingRulesOf(lending.Value.Rules),
                        venues,
                        histories
                    ).Read()
                ),
            ],
        };

    private LendingRules LendingRulesOf(Stated<string> rules)
    {
        SourceFile file =
            _files.Read($"venues/{rules.Value}.yaml")
            ?? throw _scenario.Wrong(
                rules,
                $"is no rule set in venues/, {Nearest.Hint(rules.Value, _files.Folders.NamesIn("venues"))}"
            );
        if (!LendingRulesReader.IsLending(file))
        {
            throw _scenario.Wrong(rules, "is a venue's rule set, must be a lending protocol's, such as \"aave-v3\"");
        }

        Document<LendingDocument> document = Document<LendingDocument>.Read(file);
        if (_lendingFiles.Add(rules.Value))
        {
            _statedValues.AddRange(document.StatedValues);
        }

        return LendingRulesReader.ReadForRuns(document);
    }

    private IReadOnlyList<ObservedValue> ObservedIn(ScenarioDocument root) =>
        root.Observed is null
            ? []
            : ObservedTable.Read(
                _files.Read(root.Observed) ?? throw _scenario.Wrong(root, nameof(root.Observed), "is not there")
            );

    private Baseline BaselineOf(string name, BaselineDocument baseline)
    {
        if (baseline.Scenario is null == baseline.Values is null)
        {
            throw _scenario.WrongPart(baseline, "needs either \"scenario\" or \"values\"");
        }

        ScenarioValue[] values =
        [
            .. (baseline.Values ?? []).Select(value => new ScenarioValue(value.Key, value.Value)),
        ];
        return new Baseline(name, baseline.Scenario, values);
    }

    private SourceFile Needed(ScenarioDocument root, string observables) =>
        _files.Read(observables) ?? throw _scenario.Wrong(root, nameof(root.Observables), "is not there");
}
