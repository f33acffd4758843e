using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>From a scenario's name to a run folder.</summary>
public static class ScenarioRun
{
    public const string ComparisonName = "comparison.json";

    /// <exception cref="InputException">What the user gave cannot be run; nothing was written.</exception>
    /// <exception cref="CrowdException">The crowd's parameters contradict each other; nothing was written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; nothing was written.</exception>
    public static RunReport Execute(RunRequest request, IRunProgress progress, CancellationToken cancel)
    {
        RunFolder.RequireFree(request.Folder);
        Scenario scenario = Read(request);
        World world = Runner.Run(scenario.World, request.Threads, progress, cancel);
        RunSummary summary = Summarising.Of(scenario.World, world, scenario.Name);
        IReadOnlyList<ComparedFigure> comparison = Comparison.Of(scenario.World, world, scenario.Observed);
        RunFolder.Write(
            request.Folder,
            ManifestOf(scenario, summary),
            summary,
            folder =>
            {
                RunTables.Write(folder, scenario.World, world);
                RunFolder.WriteJson(Path.Combine(folder, ComparisonName), comparison);
            }
        );
        return new RunReport(request.Folder, summary, comparison);
    }

    private static Scenario Read(RunRequest request)
    {
        Scenario scenario = ScenarioReader.Read(request.Content, request.Scenario);
        scenario = scenario with
        {
            World = scenario.World with
            {
                CrowdSeed = scenario.World.Market is null ? request.Seed : scenario.World.CrowdSeed,
                PathSeed = request.Seed,
            },
        };
        return request.AccountsFile is null ? scenario : scenario.WithAccounts(request.AccountsFile);
    }

    private static RunManifest ManifestOf(Scenario scenario, RunSummary summary) =>
        new()
        {
            Engine = summary.Engine,
            Scenario = scenario.Name,
            Seed = summary.Seed,
            Prices = summary.Prices,
            Files = scenario.Files,
            Values = scenario.StatedValues,
        };
}
