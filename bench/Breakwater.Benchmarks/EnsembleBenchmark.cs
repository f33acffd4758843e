using System.Diagnostics;
using System.Text.Json;
using Breakwater.Lab;
using Breakwater.Runs;

namespace Breakwater.Benchmarks;

/// <summary>ensemble: twenty seeds of the market of 10 October 2025 on one thread and on all, in turn, each with the draw of its crowds.</summary>
internal sealed class EnsembleBenchmark : IEnsembleProgress
{
    private const int Repetitions = 5;
    private const string Seeds = "1..20";
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true };

    public void Reached(int finished, int seeds, double share) { }

    public static void Run()
    {
        Scenario scenario = ScenarioReader.Read(new ContentFolders(AppContext.BaseDirectory), "oct-10-2025");
        int threads = Environment.ProcessorCount;
        Execute(scenario, "1..2", threads);
        var one = new double[Repetitions];
        var all = new double[Repetitions];
        for (int repetition = 0; repetition < Repetitions; repetition++)
        {
            one[repetition] = Execute(scenario, Seeds, 1);
            all[repetition] = Execute(scenario, Seeds, threads);
        }

        double[] ratios = [.. one.Zip(all, (slow, fast) => slow / fast)];
        var report = new
        {
            seeds = Seeds,
            threads,
            secondsOnOne = MachineLoad.Rounded(one),
            secondsOnAll = MachineLoad.Rounded(all),
            ratios = MachineLoad.Rounded(ratios),
            ratioMedian = Math.Round(ratios.Order().ElementAt(Repetitions / 2), 3),
            loadOfTheMachine = MachineLoad.Now(),
        };
        Console.WriteLine(JsonSerializer.Serialize(report, s_json));
    }

    private static double Execute(Scenario scenario, string seeds, int threads)
    {
        long began = Stopwatch.GetTimestamp();
        EnsembleRunner.Run(
            scenario.World.RecordingTopsOnly(),
            SeedList.Parse(seeds).Seeds,
            threads,
            (parameters, world) => Summarising.Of(parameters, world, scenario.Name).EventLogHash,
            new EnsembleBenchmark(),
            CancellationToken.None
        );
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
