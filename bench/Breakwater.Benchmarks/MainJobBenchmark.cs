using System.Diagnostics;
using System.Text.Json;
using Breakwater.Domain;
using Breakwater.Lab;
using Breakwater.Runs;

namespace Breakwater.Benchmarks;

/// <summary>main-job: the shipped scenario from its files to its folder, in this process, after one warm-up.</summary>
internal sealed class MainJobBenchmark : IRunProgress
{
    private const int Runs = 5;
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true };

    public void Began(string stage) { }

    public void Reached(Timestamp time, double share) { }

    public static void Run()
    {
        string parent = Directory.CreateTempSubdirectory("breakwater-").FullName;
        try
        {
            Execute(parent, 0);
            double[] seconds = [.. Enumerable.Range(1, Runs).Select(run => Execute(parent, run)).Order()];
            var report = new
            {
                runs = Runs,
                secondsFastest = seconds[0],
                secondsMedian = seconds[Runs / 2],
                peakMebibytes = Process.GetCurrentProcess().PeakWorkingSet64 >> 20,
                threads = Environment.ProcessorCount,
            };
            Console.WriteLine(JsonSerializer.Serialize(report, s_json));
        }
        finally
        {
            Directory.Delete(parent, recursive: true);
        }
    }

    private static double Execute(string parent, int run)
    {
        var content = new ContentFolders(AppContext.BaseDirectory);
        string folder = Path.Combine(parent, $"run-{run}");
        var request = new RunRequest(content, "oct-10-2025", new Seed(1), null, folder, Environment.ProcessorCount);
        long began = Stopwatch.GetTimestamp();
        ScenarioRun.Execute(request, new MainJobBenchmark(), CancellationToken.None);
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
