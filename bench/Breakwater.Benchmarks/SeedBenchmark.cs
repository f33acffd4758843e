using System.Diagnostics;
using System.Text.Json;
using Breakwater.Domain;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Benchmarks;

/// <summary>seeds [PATH=VALUE...]: paths of the shipped market one after the other on one thread, recorded as an ensemble records them; the crowd's draw apart.</summary>
/// <remarks>A value as for "breakwater run --set", such as market.liquidity=books.</remarks>
internal sealed class SeedBenchmark : IRunProgress
{
    private const int Seeds = 5;
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true };

    public void Began(string stage) { }

    public void Reached(Timestamp time, double share) { }

    public static void Run(string[] settings)
    {
        Scenario scenario = ScenarioReader.Read(
            new ContentFolders(AppContext.BaseDirectory),
            "oct-10-2025",
            [.. settings.Select(ScenarioValue.Parse)]
        );
        TimeSpan began = CpuTime;
        WorldParameters parameters = scenario.World.RecordingTopsOnly();
        World world = Runner.Open(parameters, 1, new SeedBenchmark(), CancellationToken.None);
        double draw = (CpuTime - began).TotalSeconds;
        Path[] paths = [.. Enumerable.Range(1, Seeds).Select(seed => Follow(parameters, world, seed))];
        Path[] inOrder = [.. paths.OrderBy(path => path.CpuSeconds)];
        var report = new
        {
            settings,
            accounts = world.Venues.Sum(venue => venue.AccountsSimulated),
            crowdCpuSeconds = draw,
            paths,
            cpuSecondsMedian = inOrder[Seeds / 2].CpuSeconds,
            eventsPerCpuSecondFastest = Math.Round(inOrder[0].Events / inOrder[0].CpuSeconds),
            peakMebibytes = Process.GetCurrentProcess().PeakWorkingSet64 >> 20,
            loadOfTheMachine = MachineLoad.Now(),
        };
        Console.WriteLine(JsonSerializer.Serialize(report, s_json));
    }

    private static TimeSpan CpuTime => Process.GetCurrentProcess().TotalProcessorTime;

    private static Path Follow(WorldParameters parameters, World world, int number)
    {
        var seed = new Seed((ulong)number);
        world.Reset(seed);
        long before = EventsOf(world);
        TimeSpan cpu = CpuTime;
        long wall = Stopwatch.GetTimestamp();
        Runner.Follow(parameters.WithSeed(seed), world, new SeedBenchmark(), CancellationToken.None);
        var path = new Path(
            number,
            EventsOf(world) - before,
            (CpuTime - cpu).TotalSeconds,
            Stopwatch.GetElapsedTime(wall).TotalSeconds,
            [.. world.Venues.Select(venue => venue.Hash.Digest())]
        );
        Console.Error.WriteLine(JsonSerializer.Serialize(path));
        return path;
    }

    private static long EventsOf(World world) => world.Venues.Sum(venue => venue.Hash.Count);

    /// <param name="Logs">Digest of each venue's log: two builds that do the same work write the same.</param>
    private sealed record Path(int Seed, long Events, double CpuSeconds, double WallSeconds, string[] Logs);
}
