using System.Diagnostics;
using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Matching;

namespace Breakwater.Benchmarks.Flow;

/// <summary>One application of a flow to a venue with one book, each order by one of its accounts in turn.</summary>
/// <param name="ahead">How many rows before a cancel the venue is told whom and what it will name; zero for never.</param>
internal sealed class VenueFlowRun(FlowRow[] rows, int accounts, int ahead) : IFlowRun
{
    private const int FirstTrader = 2;
    private static readonly InstrumentId s_instrument = new(0);
    private static readonly Price s_mark = Price.FromTicks(131_072);

    public double NanosecondsPerRow { get; private set; }

    public double CpuNanosecondsPerRow { get; private set; }

    public long AllocatedBytes { get; private set; }

    /// <summary>Commands that the venue or its book refused: of a flow that is sound, none.</summary>
    public long Refused { get; private set; }

    /// <summary>As the last application left it.</summary>
    public OrderBook? Book { get; private set; }

    public void Apply()
    {
        Venue venue = Open(accounts);
        Refused = 0;
        int half = rows.Length / 2;
        TimeSpan cpu = Environment.CpuUsage.UserTime;
        long start = Stopwatch.GetTimestamp();
        ApplyRows(venue, rows.AsSpan(0, half));
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        ApplyRows(venue, rows.AsSpan(half));
        venue.UpdateMark(default, s_instrument, s_mark);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        NanosecondsPerRow = Stopwatch.GetElapsedTime(start).TotalNanoseconds / rows.Length;
        CpuNanosecondsPerRow = (Environment.CpuUsage.UserTime - cpu).TotalNanoseconds / rows.Length;
        AllocatedBytes = allocated;
        Invariant.Holds(venue.Surplus() == 0, "money is conserved");
        Book = venue.BookOf(s_instrument);
    }

    private void ApplyRows(Venue venue, ReadOnlySpan<FlowRow> part)
    {
        for (int index = 0; index < part.Length; index++)
        {
            ref readonly FlowRow row = ref part[index];
            if (ahead != 0 && index + ahead < part.Length && part[index + ahead].Kind == FlowCommandKind.Cancel)
            {
                int later = part[index + ahead].Id;
                venue.Expect(s_instrument, new AccountId(FirstTrader + later % accounts), new OrderId(later));
            }

            int owner = FirstTrader + row.Id % accounts;
            if (row.Kind == FlowCommandKind.Cancel)
            {
                Rejection answer = venue.Cancel(default, s_instrument, new AccountId(owner), new OrderId(row.Id));
                Refused += answer == Rejection.None ? 0 : 1;
                continue;
            }

            Side side = (Side)row.Side;
            Quantity quantity = Quantity.FromLots(row.Quantity);
            NewOrder order =
                row.Kind == FlowCommandKind.Add
                    ? NewOrder.Limit(owner, side, Price.FromTicks(row.Price), quantity)
                    : NewOrder.Market(owner, side, quantity);
            Refused += venue.Submit(default, s_instrument, order).Reason == Rejection.None ? 0 : 1;
        }
    }

    private static Venue Open(int accounts)
    {
        var venue = new Venue(Rules(), new Limits(accounts, accounts), new EventLog(new Discard(), 512));
        venue.UpdateMark(default, s_instrument, s_mark);
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
