using System.Diagnostics;
using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Benchmarks.Flow;

/// <summary>One application of a flow to an empty book, which gives the orders the same numbers 1, 2, 3... as the flow.</summary>
/// <param name="capacity">Orders for which the book has room from the start.</param>
/// <param name="owners">How many owners the orders are dealt to in turn; zero for orders without an owner.</param>
internal sealed class FlowRun(FlowRow[] rows, IEventObserver observer, int owners, int capacity)
{
    private const int Ring = 512;
    private readonly EventLog _log = new(observer, Ring);

    public OrderBook? Book { get; private set; }

    public double NanosecondsPerRow { get; private set; }

    /// <summary>In the second half of the rows.</summary>
    public long AllocatedBytes { get; private set; }

    public void Apply()
    {
        Book = new OrderBook(Instrument(), new BookRules { MaxPrice = Price.FromTicks(262_142) }, _log, capacity);
        int half = rows.Length / 2;
        long start = Stopwatch.GetTimestamp();
        ApplyRows(Book, rows.AsSpan(0, half));
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        ApplyRows(Book, rows.AsSpan(half));
        AllocatedBytes = GC.GetAllocatedBytesForCurrentThread() - allocated;
        _log.Flush();
        NanosecondsPerRow = Stopwatch.GetElapsedTime(start).TotalNanoseconds / rows.Length;
    }

    private void ApplyRows(OrderBook book, ReadOnlySpan<FlowRow> part)
    {
        foreach (ref readonly FlowRow row in part)
        {
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
                    book.Submit(limit);
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

    private static Instrument Instrument() => new(new InstrumentId(0), "FLOW", Currency.Usdt, 0.01m, 0.001m);
}
