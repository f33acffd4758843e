using System.Diagnostics;
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
        double scan = Median(Scan());
        double isolated = Median(Map(twoCoinCross: 0, MarkRay.OthersStay));
        double cross = Median(Map(Accounts * 3 / 10, MarkRay.OthersStay));
        double together = Median(Map(Accounts * 3 / 10, Together));
        var report = new
        {
            accounts = Accounts,
            levels = s_grid.Count,
            bareScanMs = scan,
            isolatedMs = isolated,
            isolatedOverScan = isolated / scan,
            twoCoinCross30PercentMs = cross,
            twoCoinCross30PercentOverScan = cross / scan,
            twoCoinCross30PercentBothMoveMs = together,
            twoCoinCross30PercentBothMoveOverScan = together / scan,
        };
        Console.WriteLine(JsonSerializer.Serialize(report, s_json));
    }

    // Both sides: falls for longs, rises for shorts.
    private static IEnumerable<double> Map(int twoCoinCross, RayMaker make)
    {
        BenchmarkVenue venue = new(Accounts - twoCoinCross, twoCoinCross);
        for (int run = 0; run < Runs; run++)
        {
            long began = Stopwatch.GetTimestamp();
            MarkRay ray = make(venue.Venue.CurrentMarks, BenchmarkVenue.Btc);
            FuseMap map = FuseMap.Of(venue.Venue, ray, s_grid, s_conditions);
            double took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
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
            long began = Stopwatch.GetTimestamp();
            int seen = scan.Count(BenchmarkVenue.BtcStart) + scan.Count(BenchmarkVenue.BtcStart);
            double took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            Invariant.Holds(seen == 0, "the scan's positions are safe");
            yield return took;
        }
    }

    private static double Median(IEnumerable<double> figures)
    {
        double[] sorted = [.. figures.Order()];
        return sorted[sorted.Length / 2];
    }

    private delegate MarkRay RayMaker(ReadOnlySpan<Price> origins, InstrumentId leader);
}
