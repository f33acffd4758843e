using Breakwater.Domain;
using Breakwater.Lab;
using Breakwater.Runs;

namespace Breakwater.Server.Tests;

/// <summary>Runs as people have them: a market that answers back, an ensemble of it, and a tape.</summary>
internal sealed class RealRuns(string folder, CancellationToken cancel) : IRunProgress, IEnsembleProgress
{
    public const string Market = "market";
    public const string Ensemble = "ensemble";
    public const string Tape = "tape";
    public const string Lending = "lending";
    public const string Comparison = "comparison";

    private const string Short = "the-first-forty-minutes";

    public string Runs => Path.Combine(folder, "runs");

    public ContentFolders Content =>
        new(folder, Path.Combine(AppContext.BaseDirectory, "Inputs"), AppContext.BaseDirectory);

    public void Make()
    {
        WriteShortScenario();
        Leave(Short, Market, seed: 1);
        Leave("small", Tape, seed: 5);
        Leave("lending-spiral", Lending, seed: 1);
        string ensemble = Path.Combine(Runs, Ensemble);
        var request = new EnsembleRequest(Content, Short, SeedList.Parse("1..2"), ensemble, Environment.ProcessorCount);
        EnsembleRun.Execute(request, this, cancel);
        RunReportPage.Write(ensemble);
        string comparison = Path.Combine(Runs, Comparison);
        string[] sides = ["small", "small+calmer", "small+richer"];
        var compared = new CompareRequest(
            Content,
            sides,
            SeedList.Parse("1..4"),
            [],
            comparison,
            Environment.ProcessorCount
        );
        CompareRun.Execute(compared, this, cancel);
        RunReportPage.Write(comparison);
    }

    public void Began(string stage) { }

    public void Reached(Timestamp time, double share) { }

    public void Reached(int finished, int seeds, double share) { }

    private void Leave(string scenario, string name, ulong seed)
    {
        string run = Path.Combine(Runs, name);
        var request = new RunRequest(Content, scenario, new Seed(seed), null, run, Environment.ProcessorCount);
        ScenarioRun.Execute(request, this, cancel);
        RunReportPage.Write(run);
    }

    // The event until just after its low, and without baselines: enough to see everything, in a third of the time.
    private void WriteShortScenario()
    {
        string[] lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "scenarios", "oct-10-2025.yaml"));
        int baselines = Array.IndexOf(lines, "baselines:");
        IEnumerable<string> kept = lines
            .Where((line, at) => at < baselines || (at > baselines && !(at <= baselines + 2 && line.StartsWith(' '))))
            .Where(line => !line.Contains("T22:00:00Z", StringComparison.Ordinal))
            .Select(line => line.Replace("T22:20:00Z", "T21:24:00Z", StringComparison.Ordinal));
        string scenarios = Path.Combine(folder, "scenarios");
        Directory.CreateDirectory(scenarios);
        File.WriteAllLines(Path.Combine(scenarios, Short + ".yaml"), kept);
    }
}
