using System.Text.Json;
using Breakwater.Domain;

namespace Breakwater.Benchmarks.Flow;

/// <summary>
/// flow FILE.csv|wide|level|pingpong [--runs N] [--owners N] [--rare] [--ahead N]: measures the book on a recorded flow, a
/// large one told ahead which orders will be cancelled, and as it comes, and prints one JSON object.
/// </summary>
internal static class FlowCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static int Execute(ReadOnlySpan<string> arguments)
    {
        FlowRow[]? rows = arguments.IsEmpty ? null : Rows(arguments[0]);
        if (rows is null)
        {
            Console.Error.WriteLine(
                "usage: flow FILE.csv|wide|level|pingpong [--runs 5] [--owners 0] [--rare] [--ahead 64 for large books, else 0]"
            );
            return 2;
        }

        bool rare = arguments.Contains("--rare");
        int runs = FlowOptions.Number(arguments, "--runs", 5);
        int owners = FlowOptions.Number(arguments, "--owners", 0);
        Totals totals = new();
        FlowRun warmUp = new(rows, totals, owners, capacity: 0, rare);
        warmUp.Apply();
        int capacity = warmUp.Book!.OrderCapacity;
        int ahead = FlowOptions.Number(arguments, "--ahead", warmUp.Book.GainsFromExpecting ? FlowOptions.Ahead : 0);
        FlowTimes Times(IEventObserver observer, int told) =>
            new(new FlowRun(rows, observer, owners, capacity, rare, told));
        FlowTimes written = Times(new Discard(), ahead);
        FlowTimes hashed = Times(new EventHash(), ahead);
        FlowTimes writtenAsItComes = Times(new Discard(), 0);
        FlowTimes hashedAsItComes = Times(new EventHash(), 0);
        FlowTimes.Measure(runs, written, hashed, writtenAsItComes, hashedAsItComes);
        var result = new
        {
            ahead,
            nsPerRow = written.Median,
            nsPerRowHashed = hashed.Median,
            nsPerRowFastest = written.Fastest,
            nsPerRowHashedFastest = hashed.Fastest,
            cpuNsPerRow = written.CpuMedian,
            cpuNsPerRowHashed = hashed.CpuMedian,
            cpuNsPerRowFastest = written.CpuFastest,
            cpuNsPerRowHashedFastest = hashed.CpuFastest,
            asItComes = new
            {
                nsPerRow = writtenAsItComes.Median,
                nsPerRowHashed = hashedAsItComes.Median,
                nsPerRowFastest = writtenAsItComes.Fastest,
                nsPerRowHashedFastest = hashedAsItComes.Fastest,
                cpuNsPerRow = writtenAsItComes.CpuMedian,
                cpuNsPerRowHashed = hashedAsItComes.CpuMedian,
                cpuNsPerRowFastest = writtenAsItComes.CpuFastest,
                cpuNsPerRowHashedFastest = hashedAsItComes.CpuFastest,
            },
            rows = rows.Length,
            owners,
            events = totals.Events,
            trades = totals.Trades,
            volume = totals.Volume,
            notional = totals.Notional,
            resting = warmUp.Book.OpenOrders,
            bestBid = warmUp.Book.Best(Side.Buy).Price.Ticks,
            bestAsk = warmUp.Book.Best(Side.Sell).Price.Ticks,
            allocatedBytes = written.AllocatedBytes,
        };
        Console.WriteLine(JsonSerializer.Serialize(result, Indented));
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
}
