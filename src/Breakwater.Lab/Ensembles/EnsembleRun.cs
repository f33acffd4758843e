using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>From a scenario's name and seeds to an ensemble's folder.</summary>
public static class EnsembleRun
{
    public const string SummaryName = "ensemble.json";
    public const string ScoreboardName = "scoreboard.json";

    /// <exception cref="InputException">What the user gave cannot be run; nothing was written.</exception>
    /// <exception cref="CrowdException">The crowd's parameters contradict each other; nothing was written.</exception>
    /// <exception cref="RunInterruptedException">It was cancelled; its folder says how far it came.</exception>
    public static EnsembleReport Execute(EnsembleRequest request, IEnsembleProgress progress, CancellationToken cancel)
    {
        RunFolder.RequireFree(request.Folder);
        Scenario scenario = ScenarioReader.Read(request.Content, request.Scenario, request.Values);
        bool isScored = request.IsScored && scenario.Observables.Count > 0;
        (string, Scenario)[] baselines =
        [
            .. scenario.Baselines.Where(_ => isScored).Select(baseline => (baseline.Name, Read(baseline))),
        ];
        using var folder = new OpenRunFolder(request.Folder, ManifestOf(scenario, request.Seeds));
        var finished = new FinishedSeeds(progress);
        try
        {
            finished.Began(PhaseOf(0, baselines.Length, scenario.Name));
            IReadOnlyList<ScoredRun> runs = EnsembleRunner.Run(
                scenario.World.RecordingTopsOnly(),
                request.Seeds.Seeds,
                request.Threads,
                (parameters, world) =>
                    new ScoredRun(
                        Summarising.Of(parameters, world, scenario.Name),
                        MeasuredSeeds.Of(scenario.Observables, parameters, world),
                        DeleveragedAccount.In(world),
                        PathSample.Of(world)
                    ),
                finished,
                cancel
            );
            RunSummary[] summaries = [.. runs.Select(run => run.Summary)];
            IReadOnlyList<ExpectedDeleveraging>? deleveraged = DeleveragedIn(scenario, runs);
            EnsembleSummary summary = EnsembleSummary.Of(request.Seeds, summaries, deleveraged);
            Scoreboard? scoreboard = isScored
                ? ScoreboardOf(request, scenario, runs, baselines, finished, cancel)
                : null;
            folder.Complete(path =>
            {
                RunFolder.WriteJson(Path.Combine(path, SummaryName), summary);
                SeedTable.Write(path, summaries);
                ObservedPrices.Write(path, scenario.ObservedPaths);
                if (runs[0].Path is not null)
                {
                    PriceFan.Write(path, scenario.World, [.. runs.Select(run => run.Path!)]);
                }

                if (deleveraged is not null)
                {
                    DeleveragingTable.Write(path, deleveraged);
                }

                if (scoreboard is not null)
                {
                    RunFolder.WriteJson(Path.Combine(path, ScoreboardName), scoreboard);
                }
            });
            return new EnsembleReport(request.Folder, summary, scoreboard) { Changes = scenario.Changes };
        }
        catch (OperationCanceledException)
        {
            throw folder.Interrupt(FormattableString.Invariant($"{finished.Count} of {request.Seeds.Count} seeds"));
        }

        Scenario Read(Baseline baseline) =>
            baseline.Scenario is { } other
                ? ScenarioReader.Read(request.Content, other)
                : ScenarioReader.Read(request.Content, request.Scenario, [.. request.Values, .. baseline.Values]);
    }

    private static string PhaseOf(int phase, int baselines, string name) =>
        baselines == 0 ? "" : FormattableString.Invariant($"{phase + 1} of {baselines + 1}: {name}");

    // Under a tape each seed draws a crowd of its own: the same number is somebody else.
    private static IReadOnlyList<ExpectedDeleveraging>? DeleveragedIn(
        Scenario scenario,
        IReadOnlyList<ScoredRun> runs
    ) =>
        scenario.World.Market is null
            ? null
            : ExpectedDeleveraging.Of(scenario.World, [.. runs.Select(run => run.Deleveraged)]);

    // A baseline meets the same seeds, and is held against what the scenario itself is held against.
    private static Scoreboard ScoreboardOf(
        EnsembleRequest request,
        Scenario scenario,
        IReadOnlyList<ScoredRun> runs,
        (string Name, Scenario Scenario)[] baselines,
        IEnsembleProgress progress,
        CancellationToken cancel
    )
    {
        return Scoreboard.Of(
            scenario.Observables,
            [.. runs.Select(run => run.Measured)],
            [.. baselines.Select((baseline, place) => (baseline.Name, RunBaseline(baseline, place + 1)))]
        );

        IReadOnlyList<IReadOnlyList<Measured>> RunBaseline((string Name, Scenario Scenario) baseline, int phase)
        {
            progress.Began(PhaseOf(phase, baselines.Length, $"baseline {baseline.Name}"));
            return MeasuredSeeds.Of(
                baseline.Scenario,
                scenario.Observables,
                request.Seeds.Seeds,
                request.Threads,
                progress,
                cancel
            );
        }
    }

    private static RunManifest ManifestOf(Scenario scenario, SeedList seeds) =>
        new()
        {
            Engine = Engine.Current,
            Scenario = scenario.Name,
            Changes = scenario.Changes,
            Seeds = seeds.ToString(),
            CrowdSeed = scenario.World.SharedCrowd?.Value,
            Prices = Summarising.PricesOf(scenario.World),
            Files = scenario.Files,
            Values = scenario.StatedValues,
            Remarks = scenario.Remarks,
        };
}
