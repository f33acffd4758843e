using BenchmarkDotNet.Attributes;
using Breakwater.Benchmarks.Flow;
using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Benchmarks;

/// <summary>The parts of a command, each on a book of 20,000 orders over 2,000 levels.</summary>
[MemoryDiagnoser]
public class OrderBookBenchmarks
{
    private const int Middle = 100_000;
    private const int Levels = 1_000;
    private const int OrdersPerLevel = 10;
    private static readonly Price Inside = Price.FromTicks(Middle);
    private static readonly Quantity Ten = Quantity.FromLots(10);
    private readonly DepthLevel[] _depth = new DepthLevel[20];
    private OrderBook _book = null!;
    private OrderId _first;

    [GlobalSetup]
    public void Fill()
    {
        Instrument instrument = new(new InstrumentId(0), "BENCH", Currency.Usdt, 0.01m, 0.001m);
        _book = new OrderBook(instrument, new BookRules(), new EventLog(new Discard(), 512));
        for (int index = 0; index < Levels * OrdersPerLevel; index++)
        {
            int distance = 1 + (index % Levels);
            _first = _book.Submit(NewOrder.Limit(index % 100, Side.Buy, Price.FromTicks(Middle - distance), Ten));
            _book.Submit(NewOrder.Limit(index % 100, Side.Sell, Price.FromTicks(Middle + distance), Ten));
        }
    }

    [Benchmark(Description = "rest at a new best price, then cancel")]
    public bool RestAndCancel() => _book.Cancel(_book.Submit(NewOrder.Limit(NewOrder.NoOwner, Side.Buy, Inside, Ten)));

    [Benchmark(Description = "rest, then be taken in full")]
    public OrderId RestAndTrade()
    {
        _book.Submit(NewOrder.Limit(NewOrder.NoOwner, Side.Buy, Inside, Ten));
        return _book.Submit(NewOrder.Limit(NewOrder.NoOwner, Side.Sell, Inside, Ten));
    }

    [Benchmark(Description = "the same with owners and self-trade prevention")]
    public OrderId RestAndTradeGuarded()
    {
        _book.Submit(NewOrder.Limit(1, Side.Buy, Inside, Ten));
        return _book.Submit(NewOrder.Limit(2, Side.Sell, Inside, Ten).OnSelfTrade(SelfTradePrevention.CancelTaker));
    }

    [Benchmark(Description = "conditional order, then cancel")]
    public bool WaitAndCancel() =>
        _book.Cancel(_book.Submit(NewOrder.Market(1, Side.Sell, Ten).StoppedAt(Price.FromTicks(9), PriceSource.Mark)));

    [Benchmark(Description = "amend to another price and back")]
    public bool Amend()
    {
        _book.Amend(_first, Price.FromTicks(Middle - 5), Ten);
        return _book.Amend(_first, Price.FromTicks(Middle - 6), Ten);
    }

    [Benchmark(Description = "snapshot of twenty levels")]
    public int Snapshot() => _book.CopyDepth(Side.Buy, _depth);
}
