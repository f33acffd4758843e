using System.Diagnostics;
using System.Text.Json;
using Breakwater.Domain;
using Breakwater.Lab;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Benchmarks;

/// <summary>
/// events [SCENARIO]: facts of the log for each second of one core, of a shipped world from its start to its end. Drawing the
/// crowd is not counted; everything else is, on one thread: kernel, participants, venues, observers, hashes.
/// </summary>
internal sealed class EventRateBenchmark : IRunProgress
{
    private const int Runs = 5;
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true };

    public void Began(string stage) { }

    public void Reached(Timestamp time, double share) { }

    public static void Run(string scenario)
    {
        var content = new ContentFolders(AppContext.BaseDirectory);
        WorldParameters parameters = ScenarioReader.Read(content, scenario).World;
        World? opened = null;
        Follow(parameters, ref opened);
        var runs = new (long Events, double Wall, double Processor)[Runs];
        for (int run = 0; run < Runs; run++)
        {
            runs[run] = Follow(parameters, ref opened);
        }

        Array.Sort(runs, (a, b) => a.Processor.CompareTo(b.Processor));
        (long events, _, double seconds) = runs[Runs / 2];
        var report = new
        {
            scenario,
            runs = Runs,
            events,
            processorSecondsFastest = runs[0].Processor,
            processorSecondsMedian = seconds,
            wallSecondsFastest = runs.Min(run => run.Wall),
            eventsASecondMedian = events / seconds,
            eventsASecondFastest = events / runs[0].Processor,
        };
        Console.WriteLine(JsonSerializer.Serialize(report, s_json));
    }

    private static (long Events, double Wall, double Processor) Follow(WorldParameters parameters, ref World? opened)
    {
        World world = AtStart(parameters, ref opened);
        long before = EventsOf(world);
        TimeSpan processor = ProcessorTime();
        long began = Stopwatch.GetTimestamp();
        Runner.Follow(parameters, world, new EventRateBenchmark(), CancellationToken.None);
        double wall = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return (EventsOf(world) - before, wall, (ProcessorTime() - processor).TotalSeconds);
    }

    // Only a market can go back to its start.
    private static World AtStart(WorldParameters parameters, ref World? opened)
    {
        if (opened is null || parameters.Market is null)
        {
            opened = Runner.Open(parameters, Environment.ProcessorCount, new EventRateBenchmark(), default);
        }

        if (parameters.Market is not null)
        {
            opened.Reset(parameters.Seed);
        }

        GC.Collect();
        return opened;
    }

    private static TimeSpan ProcessorTime() => Process.GetCurrentProcess().TotalProcessorTime;

    private static long EventsOf(World world) => world.Venues.Sum(venue => venue.Hash.Count);
}
