using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>From a scenario's name and seeds to an ensemble's folder.</summary>
public static class EnsembleRun
{
    public const string SummaryName = "ensemble.json";

    /// <exception cref="InputException">What the user gave cannot be run; nothing was written.</exception>
    /// <exception cref="CrowdException">The crowd's parameters contradict each other; nothing was written.</exception>
    /// <exception cref="RunInterruptedException">It was cancelled; its folder says how far it came.</exception>
    public static EnsembleReport Execute(EnsembleRequest request, IEnsembleProgress progress, CancellationToken cancel)
    {
        RunFolder.RequireFree(request.Folder);
        Scenario scenario = ScenarioReader.Read(request.Content, request.Scenario);
        using var folder = new OpenRunFolder(request.Folder, ManifestOf(scenario, request.Seeds));
        var finished = new FinishedSeeds(progress);
        try
        {
            IReadOnlyList<RunSummary> runs = EnsembleRunner.Run(
                scenario.World,
                request.Seeds.Seeds,
                request.Threads,
                (parameters, world) => Summarising.Of(parameters, world, scenario.Name),
                finished,
                cancel
            );
            EnsembleSummary summary = EnsembleSummary.Of(request.Seeds, runs);
            folder.Complete(path =>
            {
                RunFolder.WriteJson(Path.Combine(path, SummaryName), summary);
                SeedTable.Write(path, runs);
            });
            return new EnsembleReport(request.Folder, summary);
        }
        catch (OperationCanceledException)
        {
            throw folder.Interrupt(FormattableString.Invariant($"{finished.Count} of {request.Seeds.Count} seeds"));
        }
    }

    private static RunManifest ManifestOf(Scenario scenario, SeedList seeds) =>
        new()
        {
            Engine = Engine.Current,
            Scenario = scenario.Name,
            Seeds = seeds.ToString(),
            Prices = Summarising.PricesOf(scenario.World),
            Files = scenario.Files,
            Values = scenario.StatedValues,
        };
}
