using System.Diagnostics;
using System.Text.Json;
using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Benchmarks;

/// <summary>Marks that cross nobody, a burst of liquidations, and cross accounts over two coins, each beside its yardstick.</summary>
internal static class LiquidationBenchmark
{
    private const int Runs = 5;
    private const int Positions = 1_000_000;
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true };

    public static void Run()
    {
        var report = new
        {
            positions = Positions,
            quietMarkNs = Median(QuietMark(Positions)),
            quietMarkNsTenThousand = Median(QuietMark(10_000)),
            naiveScanNs = Median(Scan(Positions)),
            burst = Median(Burst(100_000)),
            allocatedBytesPerMillionQuietMarks = AllocatedByQuietMarks(),
            cross = CrossAccounts(),
        };
        Console.WriteLine(JsonSerializer.Serialize(report, s_json));
    }

    private static IEnumerable<double> QuietMark(int positions)
    {
        const int Marks = 2_000_000;
        var venue = new BenchmarkVenue(positions, twoCoinCross: 0);
        UpdateQuietly(venue, Marks);
        for (int run = 0; run < Runs; run++)
        {
            long began = Stopwatch.GetTimestamp();
            UpdateQuietly(venue, Marks);
            yield return Nanoseconds(began) / Marks;
        }
    }

    private static IEnumerable<double> Scan(int positions)
    {
        const int Marks = 50;
        var scan = new NaiveScan(positions);
        int seen = scan.Count(BenchmarkVenue.BtcStart);
        for (int run = 0; run < Runs; run++)
        {
            long began = Stopwatch.GetTimestamp();
            for (int i = 0; i < Marks; i++)
            {
                seen += scan.Count(BenchmarkVenue.BtcStart + PriceDelta.FromTicks(i % 2));
            }

            yield return Nanoseconds(began) / Marks;
        }

        Invariant.Holds(seen == 0, "the scan's positions are safe");
    }

    // A crowd of a million, and the fall that liquidates the first hundred thousand of its longs in one mark.
    private static IEnumerable<double> Burst(int wanted)
    {
        for (int run = 0; run < Runs; run++)
        {
            var venue = new BenchmarkVenue(Positions, twoCoinCross: 0);
            Price mark = BenchmarkVenue.BtcStart + PriceDelta.FromTicks(-BurstDepth(wanted));
            venue.Flush();
            long before = venue.Liquidations;
            long began = Stopwatch.GetTimestamp();
            venue.Venue.UpdateMark(default, BenchmarkVenue.Btc, mark);
            double took = Nanoseconds(began);
            venue.Flush();
            yield return took / (venue.Liquidations - before);
        }
    }

    // Leverage is uniform from 1.5x to 50x, so that a fall by 1/L less maintenance liquidates those above L.
    private static long BurstDepth(int wanted)
    {
        double share = wanted / (Positions / 2.0);
        double leverage = 50 - share * 48.5;
        return (long)(BenchmarkVenue.BtcStart.Ticks * (1 / leverage - 0.004));
    }

    private static long AllocatedByQuietMarks()
    {
        var venue = new BenchmarkVenue(10_000, twoCoinCross: 0);
        UpdateQuietly(venue, 100_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        UpdateQuietly(venue, 1_000_000);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    // Three in ten accounts hold two coins under cross margin; both coins walk, the second half as fast again as the first.
    private static object CrossAccounts()
    {
        const int Accounts = 1_000_000;
        const int Marks = 20_000;
        var venue = new BenchmarkVenue(Accounts * 7 / 10, Accounts * 3 / 10);
        var draws = new DrawStream(new Seed(7), 0, new DrawPurpose(901), 0);
        long evaluations = venue.Venue.Evaluations;
        venue.Flush();
        long liquidations = venue.Liquidations;
        (double btc, double eth) = (BenchmarkVenue.BtcStart.Ticks, BenchmarkVenue.EthStart.Ticks);
        long began = Stopwatch.GetTimestamp();
        for (int i = 0; i < Marks; i++)
        {
            double common = draws.NextNormal();
            btc *= PortableMath.Exp(0.0001 * common);
            eth *= PortableMath.Exp(0.00015 * (0.8 * common + 0.6 * draws.NextNormal()));
            venue.Venue.UpdateMark(default, BenchmarkVenue.Btc, Price.FromTicks((long)btc));
            venue.Venue.UpdateMark(default, BenchmarkVenue.Eth, Price.FromTicks((long)eth));
        }

        double took = Nanoseconds(began);
        venue.Flush();
        return new
        {
            accounts = Accounts,
            twoCoinShare = 0.3,
            marks = Marks * 2,
            stepSdBasisPoints = new[] { 1.0, 1.5 },
            nsPerMark = took / (Marks * 2),
            evaluationsPerMark = (venue.Venue.Evaluations - evaluations) / (Marks * 2.0),
            liquidations = venue.Liquidations - liquidations,
            btcEnd = btc / BenchmarkVenue.BtcStart.Ticks - 1,
        };
    }

    private static void UpdateQuietly(BenchmarkVenue venue, int marks)
    {
        for (int i = 0; i < marks; i++)
        {
            venue.Venue.UpdateMark(default, BenchmarkVenue.Btc, BenchmarkVenue.BtcStart + PriceDelta.FromTicks(i % 2));
        }
    }

    private static double Nanoseconds(long since) => Stopwatch.GetElapsedTime(since).TotalNanoseconds;

    private static double Median(IEnumerable<double> figures)
    {
        double[] sorted = [.. figures.Order()];
        return sorted[sorted.Length / 2];
    }
}
