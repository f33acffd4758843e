using System.Diagnostics;
using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Benchmarks.Flow;

/// <summary>One application of a flow to an empty book, which gives the orders the same numbers 1, 2, 3... as the flow.</summary>
/// <param name="rare">Whether one added order in ten, 5 % of the rows, is a stop, an iceberg, amended, or guarded against self-trade, in turn.</param>
/// <param name="capacity">Orders for which the book has room from the start.</param>
/// <param name="ahead">How many rows before a cancel the book is told to expect it; zero for never.</param>
/// <param name="owners">How many owners the orders are dealt to in turn; zero for orders without an owner.</param>
internal sealed class FlowRun(
    FlowRow[] rows,
    IEventObserver observer,
    int owners,
    int capacity,
    bool rare = false,
    int ahead = 0
) : IFlowRun
{
    private const int Ring = 512;
    private const int RareOneIn = 10;

    // A venue's book asks for positions and margins.
    private static readonly Nobody s_nobody = new();
    private readonly EventLog _log = new(observer, Ring);

    public OrderBook? Book { get; private set; }

    public double NanosecondsPerRow { get; private set; }

    public double CpuNanosecondsPerRow { get; private set; }

    public long AllocatedBytes { get; private set; }

    public void Apply()
    {
        var rules = new BookRules { MaxPrice = Price.FromTicks(262_142) };
        Book = new OrderBook(Instrument(), rules, _log, capacity, s_nobody, s_nobody);
        int half = rows.Length / 2;
        TimeSpan cpu = Environment.CpuUsage.UserTime;
        long start = Stopwatch.GetTimestamp();
        ApplyRows(Book, rows.AsSpan(0, half));
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        ApplyRows(Book, rows.AsSpan(half));
        AllocatedBytes = GC.GetAllocatedBytesForCurrentThread() - allocated;
        _log.Flush();
        NanosecondsPerRow = Stopwatch.GetElapsedTime(start).TotalNanoseconds / rows.Length;
        CpuNanosecondsPerRow = (Environment.CpuUsage.UserTime - cpu).TotalNanoseconds / rows.Length;
    }

    private void ApplyRows(OrderBook book, ReadOnlySpan<FlowRow> part)
    {
        for (int index = 0; index < part.Length; index++)
        {
            ref readonly FlowRow row = ref part[index];
            if (ahead != 0 && index + ahead < part.Length && part[index + ahead].Kind == FlowCommandKind.Cancel)
            {
                book.Expect(new OrderId(part[index + ahead].Id));
            }

            int owner = owners == 0 ? NewOrder.NoOwner : row.Id % owners;
            switch (row.Kind)
            {
                case FlowCommandKind.Add:
                    NewOrder limit = NewOrder.Limit(
                        owner,
                        row.Side,
                        Price.FromTicks(row.Price),
                        Quantity.FromLots(row.Quantity)
                    );
                    Submit(book, limit, row.Id);
                    break;
                case FlowCommandKind.Market:
                    NewOrder market = NewOrder.Market(owner, row.Side, Quantity.FromLots(row.Quantity));
                    book.Submit(market);
                    break;
                default:
                    book.Cancel(new OrderId(row.Id));
                    break;
            }
        }
    }

    private void Submit(OrderBook book, in NewOrder limit, int id)
    {
        if (rare && id % RareOneIn == 0)
        {
            SubmitRare(book, limit, id / RareOneIn);
        }
        else
        {
            book.Submit(limit);
        }
    }

    private static void SubmitRare(OrderBook book, in NewOrder limit, int turn)
    {
        switch (turn % 4)
        {
            case 0:
                book.Submit(limit.StoppedAt(Beyond(book, limit), PriceSource.Last));
                break;
            case 1:
                book.Submit(limit.Showing(Quantity.FromLots(1 + (limit.Quantity.Lots / 4))));
                break;
            case 2:
                OrderId id = book.Submit(limit);
                book.Amend(id, limit.Price, Quantity.FromLots(limit.Quantity.Lots + (turn % 3) - 1));
                break;
            default:
                book.Submit(
                    (limit with { Owner = turn % 16 }).OnSelfTrade((SelfTradePrevention)(1 + (turn % 64 / 16)))
                );
                break;
        }
    }

    // A stop that the next moves of the market reach: three ticks beyond the last trade.
    private static Price Beyond(OrderBook book, in NewOrder limit)
    {
        PriceDelta away = PriceDelta.FromTicks(3);
        Price last = book.LastTrade == Price.Zero ? limit.Price : book.LastTrade;
        return limit.Terms.Side == Side.Buy ? last + away : last - away;
    }

    /// <summary>Positions and margins without an end.</summary>
    private sealed class Nobody : IReductionLimit, IOpeningLimit
    {
        public long ReducibleLots(InstrumentId instrument, int owner, Side side) => long.MaxValue;

        public bool CanOpen(InstrumentId instrument, int owner, Side side, Quantity quantity, Price limit) => true;
    }

    private static Instrument Instrument() => new(new InstrumentId(0), "FLOW", Currency.Usdt, 0.01m, 0.001m);
}
