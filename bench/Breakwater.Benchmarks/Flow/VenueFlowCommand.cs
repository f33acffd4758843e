using System.Text.Json;
using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Benchmarks.Flow;

/// <summary>
/// venue-flow FILE.csv [--runs N] [--accounts N] [--ahead N]: the same flow through a whole venue, beside the bare book in the same
/// run; told ahead what commands will name, and as it comes.
/// </summary>
internal static class VenueFlowCommand
{
    private const int BookCapacity = 1 << 16;
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    public static int Execute(ReadOnlySpan<string> arguments)
    {
        if (arguments.IsEmpty || !File.Exists(arguments[0]))
        {
            Console.Error.WriteLine("usage: venue-flow FILE.csv [--runs 5] [--accounts 100000] [--ahead 64]");
            return 2;
        }

        int runs = FlowOptions.Number(arguments, "--runs", 5);
        int accounts = FlowOptions.Number(arguments, "--accounts", 100_000);
        int ahead = FlowOptions.Number(arguments, "--ahead", FlowOptions.Ahead);
        FlowRow[] rows = FlowRow.ReadAll(arguments[0]);
        FlowTimes Book(int told) => new(new FlowRun(rows, new Discard(), accounts, BookCapacity, ahead: told));
        var whole = new VenueFlowRun(rows, accounts, ahead);
        FlowTimes Whole(int told) => new(new VenueFlowRun(rows, accounts, told));
        (FlowTimes book, FlowTimes venue) = (Book(ahead), new FlowTimes(whole));
        (FlowTimes bookAsItComes, FlowTimes venueAsItComes) = (Book(0), Whole(0));
        FlowTimes.Measure(runs, book, venue, bookAsItComes, venueAsItComes);
        var report = new
        {
            rows = rows.Length,
            accounts,
            ahead,
            toldAhead = Above(book, venue),
            asItComes = Above(bookAsItComes, venueAsItComes),
            refused = whole.Refused,
            resting = whole.Book!.OpenOrders,
            bestBid = whole.Book.BestPrice(Side.Buy).Ticks,
            bestAsk = whole.Book.BestPrice(Side.Sell).Ticks,
            allocatedBytesInSecondHalf = venue.AllocatedBytes,
        };
        Console.WriteLine(JsonSerializer.Serialize(report, s_indented));
        return 0;
    }

    private static object Above(FlowTimes book, FlowTimes venue) =>
        new
        {
            bookNsPerRow = book.Median,
            venueNsPerRow = venue.Median,
            aboveBookNs = Math.Round(venue.Median - book.Median, 1),
            bookCpuNsPerRow = book.CpuMedian,
            venueCpuNsPerRow = venue.CpuMedian,
            aboveBookCpuNs = Math.Round(venue.CpuMedian - book.CpuMedian, 1),
            aboveBookCpuNsFastest = Math.Round(venue.CpuFastest - book.CpuFastest, 1),
        };
}
