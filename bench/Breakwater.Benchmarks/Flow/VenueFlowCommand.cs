using System.Diagnostics;
using System.Text.Json;
using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Matching;

namespace Breakwater.Benchmarks.Flow;

/// <summary>venue-flow FILE.csv [--accounts N]: the same flow through a whole venue, beside the bare book in the same run.</summary>
internal static class VenueFlowCommand
{
    private const int Runs = 5;
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    public static int Execute(ReadOnlySpan<string> arguments)
    {
        if (arguments.IsEmpty || !File.Exists(arguments[0]))
        {
            Console.Error.WriteLine("usage: venue-flow FILE.csv");
            return 2;
        }

        const int Accounts = 100_000;
        FlowRow[] rows = FlowRow.ReadAll(arguments[0]);
        var book = new FlowRun(rows, new Discard(), Accounts, capacity: 1 << 16);
        book.Apply();
        Apply(rows, Accounts);
        var bare = new List<double>();
        var bareCpu = new List<double>();
        var whole = new List<double>();
        var wholeCpu = new List<double>();
        long allocated = 0;
        for (int run = 0; run < Runs; run++)
        {
            book.Apply();
            bare.Add(book.NanosecondsPerRow);
            bareCpu.Add(book.CpuNanosecondsPerRow);
            (double elapsed, double cpu, allocated) = Apply(rows, Accounts);
            whole.Add(elapsed);
            wholeCpu.Add(cpu);
        }

        var report = new
        {
            rows = rows.Length,
            accounts = Accounts,
            bookNsPerRow = Median(bare),
            venueNsPerRow = Median(whole),
            aboveBookNs = Math.Round(Median(whole) - Median(bare), 1),
            bookCpuNsPerRow = Median(bareCpu),
            venueCpuNsPerRow = Median(wholeCpu),
            aboveBookCpuNs = Math.Round(Median(wholeCpu) - Median(bareCpu), 1),
            allocatedBytesInSecondHalf = allocated,
        };
        Console.WriteLine(JsonSerializer.Serialize(report, s_indented));
        return 0;
    }

    private static double Median(List<double> values) => Math.Round(values.Order().ElementAt(Runs / 2), 1);

    private static (double Elapsed, double Cpu, long Allocated) Apply(FlowRow[] rows, int accounts)
    {
        Venue venue = Open(accounts);
        int half = rows.Length / 2;
        TimeSpan cpu = Environment.CpuUsage.UserTime;
        long start = Stopwatch.GetTimestamp();
        ApplyRows(venue, rows.AsSpan(0, half), accounts);
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        ApplyRows(venue, rows.AsSpan(half), accounts);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        double elapsed = Stopwatch.GetElapsedTime(start).TotalNanoseconds / rows.Length;
        double used = (Environment.CpuUsage.UserTime - cpu).TotalNanoseconds / rows.Length;
        Invariant.Holds(venue.Surplus() == 0, "money is conserved");
        return (elapsed, used, allocated);
    }

    private static void ApplyRows(Venue venue, ReadOnlySpan<FlowRow> rows, int accounts)
    {
        foreach (ref readonly FlowRow row in rows)
        {
            int owner = FirstTrader + row.Id % accounts;
            if (row.Kind == FlowCommandKind.Cancel)
            {
                venue.Cancel(default, s_instrument, new AccountId(owner), new OrderId(row.Id));
                continue;
            }

            Side side = (Side)row.Side;
            Quantity quantity = Quantity.FromLots(row.Quantity);
            NewOrder order =
                row.Kind == FlowCommandKind.Add
                    ? NewOrder.Limit(owner, side, Price.FromTicks(row.Price), quantity)
                    : NewOrder.Market(owner, side, quantity);
            venue.Submit(default, s_instrument, order);
        }
    }

    private const int FirstTrader = 2;
    private static readonly InstrumentId s_instrument = new(0);

    private static Venue Open(int accounts)
    {
        var venue = new Venue(Rules(), new Limits(accounts, accounts), new EventLog(new Discard(), 512));
        venue.UpdateMark(default, s_instrument, Price.FromTicks(131_072));
        for (int i = 0; i < accounts; i++)
        {
            AccountId account = venue.OpenAccount(default, i % 2 == 0 ? MarginMode.Cross : MarginMode.Isolated);
            venue.Deposit(default, account, Money.FromMinorUnits(1_000_000_000_000));
            venue.SetLeverage(default, s_instrument, account, Leverage.FromMultiple(10));
        }

        return venue;
    }

    private static VenueRules Rules()
    {
        var instrument = new Instrument(s_instrument, "FLOW", Currency.Usdt, 0.01m, 0.001m);
        var schedule = MarginSchedule.FromBrackets([
            (Money.Zero, Rate.FromFraction(1, 250), Leverage.FromMultiple(125)),
            (Money.FromMinorUnits(300_000_000_000), Rate.FromFraction(1, 200), Leverage.FromMultiple(100)),
        ]);
        return new VenueRules(
            "flow",
            Currency.Usdt,
            [new InstrumentRules(instrument, schedule)],
            new LiquidationRules { ClearanceFee = Rate.FromFraction(1, 200), OrderLimitedAtBankruptcyPrice = true },
            new DeleveragingRules(
                DeleveragingTrigger.FundExhausted,
                DeleveragingRanking.ProfitTimesMarginRatio,
                DeleveragingPrice.Bankruptcy
            ),
            new FundRules("insurance fund", PaysDeficits: true)
        )
        {
            Trading = new TradingRules(
                [new BookRules { MaxPrice = Price.FromTicks(262_142) }],
                [new FeeTier(Rate.FromFraction(2, 10_000), Rate.FromFraction(5, 10_000))]
            )
            {
                OrderCapacity = 1 << 16,
            },
        };
    }
}
