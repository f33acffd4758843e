using System.Diagnostics;
using System.Text.Json;
using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Lab.Map;
using Breakwater.Simulation;

namespace Breakwater.Benchmarks;

/// <summary>map: the liquidation map of a million accounts, beside a bare scan that only compares prices.</summary>
internal static class MapBenchmark
{
    private const int Runs = 7;
    private const int Accounts = 1_000_000;
    private static readonly LevelGrid s_grid = new(0.1, 600);
    private static readonly FillConditions s_conditions = new(Slippage: 0.003, MarkStep: 0.001);
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true };

    public static void Run()
    {
        Times scan = new(Scan());
        var report = new
        {
            accounts = Accounts,
            levels = s_grid.Count,
            threads = Environment.ProcessorCount,
            bareScanMs = scan,
            isolated = Shape.Of(twoCoinCross: 0, MarkRay.OthersStay, scan),
            twoCoinCross30Percent = Shape.Of(Accounts * 3 / 10, MarkRay.OthersStay, scan),
            twoCoinCross30PercentBothMove = Shape.Of(Accounts * 3 / 10, Together, scan),
        };
        Console.WriteLine(JsonSerializer.Serialize(report, s_json));
    }

    // Both sides: falls for longs, rises for shorts.
    private static IEnumerable<Took> Map(Venue venue, RayMaker make, Action<int, Action<int>>? each)
    {
        for (int run = 0; run < Runs; run++)
        {
            Took took = Took.By(() =>
            {
                MarkRay ray = make(venue.CurrentMarks, BenchmarkVenue.Btc);
                FuseMap map = FuseMap.Of(venue, ray, s_grid, s_conditions, each);
                bool hasBoth =
                    map.Falls(BenchmarkVenue.Btc).Sold()[20] > 0 && map.Rises(BenchmarkVenue.Btc).Sold()[20] > 0;
                Invariant.Holds(hasBoth, "a map has something on both sides");
            });
            yield return took;
        }
    }

    private static MarkRay Together(ReadOnlySpan<Price> origins, InstrumentId leader) =>
        new(origins, leader, [Rate.One, Rate.FromFraction(23, 20)]);

    private static IEnumerable<Took> Scan()
    {
        var scan = new NaiveScan(Accounts);
        for (int run = 0; run < Runs; run++)
        {
            yield return Took.By(() =>
            {
                int seen = scan.Count(BenchmarkVenue.BtcStart) + scan.Count(BenchmarkVenue.BtcStart);
                Invariant.Holds(seen == 0, "the scan's positions are safe");
            });
        }
    }

    private delegate MarkRay RayMaker(ReadOnlySpan<Price> origins, InstrumentId leader);

    /// <summary>A crowd and a way in which marks move.</summary>
    private sealed record Shape(Times OneThread, Times AllThreads, double OverScan)
    {
        public static Shape Of(int twoCoinCross, RayMaker make, Times scan)
        {
            Venue venue = new BenchmarkVenue(Accounts - twoCoinCross, twoCoinCross).Venue;
            Times alone = new(Map(venue, make, each: null));
            Times together = new(Map(venue, make, SideBySide.On(Environment.ProcessorCount, CancellationToken.None)));
            return new Shape(alone, together, alone.MedianCpu / scan.MedianCpu);
        }
    }

    /// <summary>Milliseconds by the clock, and those in which the process had a core.</summary>
    private readonly record struct Took(double Wall, double Cpu)
    {
        public static Took By(Action action)
        {
            TimeSpan began = Environment.CpuUsage.UserTime;
            long start = Stopwatch.GetTimestamp();
            action();
            double wall = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            return new Took(wall, (Environment.CpuUsage.UserTime - began).TotalMilliseconds);
        }
    }

    private sealed record Times
    {
        public Times(IEnumerable<Took> runs)
        {
            Took[] all = [.. runs];
            double[] wall = [.. all.Select(took => took.Wall).Order()];
            double[] cpu = [.. all.Select(took => took.Cpu).Order()];
            (FastestWall, MedianWall) = (wall[0], wall[wall.Length / 2]);
            (FastestCpu, MedianCpu) = (cpu[0], cpu[cpu.Length / 2]);
        }

        public double FastestWall { get; }

        public double MedianWall { get; }

        public double FastestCpu { get; }

        public double MedianCpu { get; }
    }
}
