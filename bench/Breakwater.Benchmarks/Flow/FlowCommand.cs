using System.Globalization;
using System.Text.Json;
using Breakwater.Domain;

namespace Breakwater.Benchmarks.Flow;

/// <summary>flow FILE.csv|wide|level|pingpong [--runs N] [--owners N] [--rare] [--ahead N]: measures the book on a recorded flow and prints one JSON object.</summary>
internal static class FlowCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static int Execute(ReadOnlySpan<string> arguments)
    {
        FlowRow[]? rows = arguments.IsEmpty ? null : Rows(arguments[0]);
        if (rows is null)
        {
            Console.Error.WriteLine(
                "usage: flow FILE.csv|wide|level|pingpong [--runs 5] [--owners 0] [--rare] [--ahead 0]"
            );
            return 2;
        }

        bool rare = arguments.Contains("--rare");
        int runs = Option(arguments, "--runs", 5);
        int owners = Option(arguments, "--owners", 0);
        int ahead = Option(arguments, "--ahead", 0);
        Totals totals = new();
        FlowRun warmUp = new(rows, totals, owners, capacity: 0, rare);
        warmUp.Apply();
        int capacity = warmUp.Book!.OrderCapacity;
        FlowRun written = new(rows, new Discard(), owners, capacity, rare, ahead);
        FlowRun hashed = new(rows, new EventHash(), owners, capacity, rare, ahead);
        (FlowTime[] writtenTimes, FlowTime[] hashedTimes) = Measure(runs, written, hashed);
        Print(rows.Length, owners, ahead, totals, warmUp, writtenTimes, hashedTimes, written.AllocatedBytes);
        return 0;
    }

    private static FlowRow[]? Rows(string source) =>
        source switch
        {
            "wide" => FlowShapes.WideThinBook(),
            "level" => FlowShapes.OneDeepLevel(),
            "pingpong" => FlowShapes.PingPong(),
            _ => File.Exists(source) ? FlowRow.ReadAll(source) : null,
        };

    // Both kinds in turn, so that a disturbance of the machine meets both. The first round is warm-up.
    private static (FlowTime[] Written, FlowTime[] Hashed) Measure(int runs, FlowRun written, FlowRun hashed)
    {
        var writtenTimes = new FlowTime[runs];
        var hashedTimes = new FlowTime[runs];
        written.Apply();
        hashed.Apply();
        for (int run = 0; run < runs; run++)
        {
            written.Apply();
            hashed.Apply();
            writtenTimes[run] = new FlowTime(written.NanosecondsPerRow, written.CpuNanosecondsPerRow);
            hashedTimes[run] = new FlowTime(hashed.NanosecondsPerRow, hashed.CpuNanosecondsPerRow);
        }

        return (writtenTimes, hashedTimes);
    }

    private static void Print(
        int rows,
        int owners,
        int ahead,
        Totals totals,
        FlowRun run,
        FlowTime[] writtenTimes,
        FlowTime[] hashedTimes,
        long allocatedBytes
    )
    {
        var result = new
        {
            nsPerRow = Median(writtenTimes.Select(time => time.Elapsed)),
            nsPerRowHashed = Median(hashedTimes.Select(time => time.Elapsed)),
            nsPerRowFastest = Math.Round(writtenTimes.Min(time => time.Elapsed), 1),
            nsPerRowHashedFastest = Math.Round(hashedTimes.Min(time => time.Elapsed), 1),
            cpuNsPerRow = Median(writtenTimes.Select(time => time.Cpu)),
            cpuNsPerRowHashed = Median(hashedTimes.Select(time => time.Cpu)),
            cpuNsPerRowFastest = Math.Round(writtenTimes.Min(time => time.Cpu), 1),
            cpuNsPerRowHashedFastest = Math.Round(hashedTimes.Min(time => time.Cpu), 1),
            rows,
            owners,
            ahead,
            events = totals.Events,
            trades = totals.Trades,
            volume = totals.Volume,
            notional = totals.Notional,
            resting = run.Book!.OpenOrders,
            bestBid = run.Book.Best(Side.Buy).Price.Ticks,
            bestAsk = run.Book.Best(Side.Sell).Price.Ticks,
            allocatedBytes,
        };
        Console.WriteLine(JsonSerializer.Serialize(result, Indented));
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        return Math.Round(ordered[ordered.Length / 2], 1);
    }

    private static int Option(ReadOnlySpan<string> arguments, string name, int otherwise)
    {
        int index = arguments.IndexOf(name);
        return index < 0 ? otherwise : int.Parse(arguments[index + 1], CultureInfo.InvariantCulture);
    }

    /// <param name="Elapsed">Nanoseconds per row by the clock.</param>
    /// <param name="Cpu">Nanoseconds per row in which the process had a core.</param>
    private readonly record struct FlowTime(double Elapsed, double Cpu);
}
