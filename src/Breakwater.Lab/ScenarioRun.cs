using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>From a scenario's name to a run folder.</summary>
public static class ScenarioRun
{
    public const string ComparisonName = "comparison.json";

    /// <exception cref="InputException">What the user gave cannot be run; nothing was written.</exception>
    /// <exception cref="CrowdException">The crowd's parameters contradict each other; nothing was written.</exception>
    /// <exception cref="RunInterruptedException">It was cancelled; its folder says how far it came.</exception>
    public static RunReport Execute(RunRequest request, IRunProgress progress, CancellationToken cancel)
    {
        RunFolder.RequireFree(request.Folder);
        Scenario scenario = Read(request);
        using var folder = new OpenRunFolder(request.Folder, ManifestOf(scenario));
        var reached = new ReachedTime(scenario.World.Start, progress);
        try
        {
            World world = Runner.Run(scenario.World, request.Threads, reached, cancel);
            RunSummary summary = Summarising.Of(scenario.World, world, scenario.Name);
            IReadOnlyList<ComparedFigure> comparison = Comparison.Of(scenario.World, world, scenario.Observed);
            folder.Complete(path =>
            {
                RunFolder.WriteJson(Path.Combine(path, RunFolder.SummaryName), summary);
                RunTables.Write(path, scenario.World, world);
                LendingTable.Write(path, summary.Lending);
                ObservedPrices.Write(path, scenario.ObservedPaths);
                RunFolder.WriteJson(Path.Combine(path, ComparisonName), comparison);
            });
            return new RunReport(request.Folder, summary, comparison)
            {
                Remarks = scenario.Remarks,
                Changes = scenario.Changes,
            };
        }
        catch (OperationCanceledException)
        {
            throw folder.Interrupt(reached.Time.ToString());
        }
    }

    private static Scenario Read(RunRequest request)
    {
        Scenario scenario = ScenarioReader.Read(request.Content, request.Scenario, request.Values);
        scenario = scenario with { World = scenario.World.WithSeed(request.Seed) };
        return request.AccountsFile is null ? scenario : scenario.WithAccounts(request.AccountsFile);
    }

    private static RunManifest ManifestOf(Scenario scenario) =>
        new()
        {
            Engine = Engine.Current,
            Scenario = scenario.Name,
            Changes = scenario.Changes,
            Seed = scenario.World.Seed.Value,
            CrowdSeed = scenario.World.SharedCrowd?.Value,
            Prices = Summarising.PricesOf(scenario.World),
            Files = scenario.Files,
            Values = scenario.StatedValues,
            Remarks = scenario.Remarks,
        };
}
