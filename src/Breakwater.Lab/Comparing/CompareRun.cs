using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>From the names of two sides or more to paired differences: the same seeds on each, and so the same luck.</summary>
/// <remarks>
/// Draws are keyed by seed, participant and purpose, so that two sides meet the same luck also after their paths part. What
/// they differ by is what the change did, and needs far fewer seeds to be seen than the difference of two averages.
/// </remarks>
public sealed class CompareRun
{
    public const string ReportName = "differences.json";
    private const string SeedsByDefault = "1..20";

    private readonly CompareRequest _request;
    private readonly CancellationToken _cancel;
    private readonly IReadOnlyList<PlannedSide> _sides;
    private readonly Dictionary<PlannedSide, SideRuns> _runs = [];
    private readonly SeedList _seeds;
    private readonly SidesProgress _progress;

    private CompareRun(CompareRequest request, IEnsembleProgress progress, CancellationToken cancel)
    {
        (_request, _cancel) = (request, cancel);
        _sides = PlannedSide.All(request.Content, request.Sides);
        foreach (PlannedSide side in _sides.Where(side => side.Folder is not null))
        {
            _runs.Add(side, SideReader.Read(side.Folder!));
        }

        _seeds = request.Seeds ?? SeedList.Parse(_runs.Values.FirstOrDefault()?.Seeds ?? SeedsByDefault);
        _progress = new SidesProgress(progress, _sides.Count - _runs.Count);
    }

    /// <exception cref="InputException">A side cannot be run or read, or they are not paired; nothing was written.</exception>
    /// <exception cref="CrowdException">A crowd's parameters contradict each other; nothing was written.</exception>
    /// <exception cref="RunInterruptedException">It was cancelled; its folder says how far it came.</exception>
    public static CompareReport Execute(CompareRequest request, IEnsembleProgress progress, CancellationToken cancel)
    {
        RunFolder.RequireFree(request.Folder);
        return new CompareRun(request, progress, cancel).Execute();
    }

    private CompareReport Execute()
    {
        RequireSeeds();
        RequirePairs();
        using var folder = new OpenRunFolder(_request.Folder, Manifest());
        try
        {
            foreach (PlannedSide side in _sides.Where(side => !_runs.ContainsKey(side)).ToArray())
            {
                _runs.Add(side, Run(side));
                _progress.Done++;
            }
        }
        catch (OperationCanceledException)
        {
            throw folder.Interrupt(FormattableString.Invariant($"{_runs.Count} of {_sides.Count} sides"));
        }

        RequirePairs();
        CompareReport report = Report();
        folder.Complete(path =>
        {
            RunFolder.WriteJson(Path.Combine(path, ReportName), report);
            PairTable.Write(path, _seeds, [.. _sides.Select(side => (side.Label, _runs[side]))]);
        });
        return report;
    }

    private SideRuns Run(PlannedSide side)
    {
        string folder = Path.Combine(_request.Folder, side.Label);
        var ensemble = new EnsembleRequest(
            _request.Content,
            side.Scenario!.ToString(),
            _seeds,
            folder,
            _request.Threads
        )
        {
            Values = _request.Values,
            IsScored = false,
        };
        EnsembleRun.Execute(ensemble, _progress, _cancel);
        return SideReader.Read(folder);
    }

    // Whatever can be known before anything is run.
    private void RequireSeeds()
    {
        foreach ((PlannedSide side, SideRuns runs) in _runs)
        {
            if (runs.Seeds != _seeds.ToString())
            {
                throw new InputException(
                    $"not paired: {side.Folder} holds seeds {runs.Seeds}, the other side would run {_seeds}; say --seeds {runs.Seeds}"
                );
            }

            if (_runs.Count < _sides.Count && runs.Manifest.Engine != Engine.Current)
            {
                throw new InputException(
                    $"not paired: {side.Folder} was written by engine {runs.Manifest.Engine}, this is {Engine.Current}: the same seed may not be the same luck; run it again"
                );
            }
        }
    }

    private void RequirePairs()
    {
        SideRuns[] known = [.. _sides.Where(_runs.ContainsKey).Select(side => _runs[side])];
        foreach (SideRuns other in known.Skip(1))
        {
            Pairing.Require(known[0], other);
        }
    }

    private CompareReport Report()
    {
        var resamples = new Resamples();
        SideRuns first = _runs[_sides[0]];
        return new CompareReport(
            _request.Folder,
            _seeds.ToString(),
            [.. _sides.Select(side => SideOf(side.Label, _runs[side]))],
            [.. _sides.Skip(1).Select(side => PairedComparison.Of(first, _runs[side], side.Label, resamples))]
        );
    }

    private static ComparedSide SideOf(string label, SideRuns runs) =>
        new(label, runs.Manifest.Scenario, runs.Folder, runs.EventLogHash, runs.Manifest.Changes);

    private RunManifest Manifest()
    {
        Scenario[] scenarios =
        [
            .. _sides
                .Where(side => side.Scenario is not null)
                .Select(side => ScenarioReader.Read(_request.Content, side.Scenario!.ToString(), _request.Values)),
        ];
        RunManifest? run = _runs.Values.FirstOrDefault()?.Manifest;
        return new RunManifest
        {
            Engine = Engine.Current,
            Scenario = string.Join(" against ", _sides.Select(side => side.Label)),
            Changes = _request.Values,
            Seeds = _seeds.ToString(),
            CrowdSeed = run is null ? scenarios[0].World.SharedCrowd?.Value : run.CrowdSeed,
            Prices = run?.Prices ?? Summarising.PricesOf(scenarios[0].World),
            Files =
            [
                .. scenarios
                    .SelectMany(scenario => scenario.Files)
                    .Concat(_runs.Values.SelectMany(runs => runs.Manifest.Files))
                    .Distinct(),
            ],
            Values = [],
        };
    }
}
