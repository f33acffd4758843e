using System.Text.Json;
using Breakwater.Domain;
using Breakwater.Exchange;
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
        Times isolated = new(Map(twoCoinCross: 0, MarkRay.OthersStay));
        Times cross = new(Map(Accounts * 3 / 10, MarkRay.OthersStay));
        Times together = new(Map(Accounts * 3 / 10, Together));
        var report = new
        {
            accounts = Accounts,
            levels = s_grid.Count,
            bareScanCpuMs = scan,
            isolatedCpuMs = isolated,
            isolatedOverScan = isolated.Median / scan.Median,
            twoCoinCross30PercentCpuMs = cross,
            twoCoinCross30PercentOverScan = cross.Median / scan.Median,
            twoCoinCross30PercentBothMoveCpuMs = together,
            twoCoinCross30PercentBothMoveOverScan = together.Median / scan.Median,
        };
        Console.WriteLine(JsonSerializer.Serialize(report, s_json));
    }

    // Both sides: falls for longs, rises for shorts.
    private static IEnumerable<double> Map(int twoCoinCross, RayMaker make)
    {
        BenchmarkVenue venue = new(Accounts - twoCoinCross, twoCoinCross);
        for (int run = 0; run < Runs; run++)
        {
            TimeSpan began = Environment.CpuUsage.UserTime;
            MarkRay ray = make(venue.Venue.CurrentMarks, BenchmarkVenue.Btc);
            FuseMap map = FuseMap.Of(venue.Venue, ray, s_grid, s_conditions);
            double took = (Environment.CpuUsage.UserTime - began).TotalMilliseconds;
            bool hasBoth = map.Falls(BenchmarkVenue.Btc).Sold[20] > 0 && map.Rises(BenchmarkVenue.Btc).Sold[20] > 0;
            Invariant.Holds(hasBoth, "a map has something on both sides");
            yield return took;
        }
    }

    private static MarkRay Together(ReadOnlySpan<Price> origins, InstrumentId leader) =>
        new(origins, leader, [Rate.One, Rate.FromFraction(23, 20)]);

    private static IEnumerable<double> Scan()
    {
        var scan = new NaiveScan(Accounts);
        for (int run = 0; run < Runs; run++)
        {
            TimeSpan began = Environment.CpuUsage.UserTime;
            int seen = scan.Count(BenchmarkVenue.BtcStart) + scan.Count(BenchmarkVenue.BtcStart);
            double took = (Environment.CpuUsage.UserTime - began).TotalMilliseconds;
            Invariant.Holds(seen == 0, "the scan's positions are safe");
            yield return took;
        }
    }

    private delegate MarkRay RayMaker(ReadOnlySpan<Price> origins, InstrumentId leader);

    /// <summary>Milliseconds in which the process had a core.</summary>
    private sealed record Times
    {
        public Times(IEnumerable<double> runs)
        {
            double[] sorted = [.. runs.Order()];
            (Fastest, Median) = (sorted[0], sorted[sorted.Length / 2]);
        }

        public double Fastest { get; }

        public double Median { get; }
    }
}
