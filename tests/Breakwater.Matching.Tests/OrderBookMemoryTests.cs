using Breakwater.Domain;
using Breakwater.Testing.Matching;

namespace Breakwater.Matching.Tests;

public sealed class OrderBookMemoryTests
{
    private static readonly Instrument Instrument = new(new InstrumentId(0), "TEST", Currency.Usdt, 0.01m, 0.001m);

    [Fact]
    public void An_idle_book_takes_less_than_64_KiB()
    {
        EventLog log = new EventRecorder().Log;
        long before = GC.GetAllocatedBytesForCurrentThread();
        OrderBook book = new(Instrument, new BookRules(), log);
        book.Submit(NewOrder.Limit(1, Side.Buy, Price.FromTicks(1_200_000), Quantity.FromLots(1)));
        book.Submit(NewOrder.Limit(1, Side.Sell, Price.FromTicks(1_200_100), Quantity.FromLots(1)));
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.InRange(allocated, 1, 64 * 1024);
    }

    [Fact]
    public void The_steady_state_allocates_nothing()
    {
        NewOrder[] orders = Orders();
        EventLog log = new(new Ignore());
        OrderBook book = new(Instrument, new BookRules(), log);
        for (int round = 0; round < 40; round++)
        {
            Play(book, orders);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        Play(book, orders);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    // Every order type, amendments, cancels, both prices from outside, expiry, a halt and an auction.
    private static void Play(OrderBook book, NewOrder[] orders)
    {
        Price middle = Price.FromTicks(1_000);
        book.UpdateMark(middle);
        OrderId previous = default;
        for (int index = 0; index < orders.Length; index++)
        {
            OrderId id = book.Submit(orders[index] with { Owner = index % 50 });
            book.Amend(previous, middle, Quantity.FromLots(1 + (index % 5)));
            if (index % 3 == 0)
            {
                book.Cancel(id);
            }

            previous = id;
        }

        book.QuantityTo(Side.Buy, middle);
        book.QuantityWithin(Side.Sell, Rate.FromFraction(1, 100));
        book.UpdateIndex(middle);
        book.OpenAuction();
        book.Submit(NewOrder.Limit(1, Side.Buy, Price.FromTicks(1_010), Quantity.FromLots(9)));
        book.Submit(NewOrder.Limit(2, Side.Sell, Price.FromTicks(990), Quantity.FromLots(9)));
        book.Resume();
        book.AdvanceTo(book.Now + Duration.FromSeconds(1));
        for (int owner = 0; owner < 50; owner++)
        {
            book.CancelAll(owner);
        }
    }

    private static NewOrder[] Orders()
    {
        Draws draws = new(5);
        return [.. Enumerable.Range(0, 5_000).Select(_ => Order(draws))];
    }

    private static NewOrder Order(Draws draws)
    {
        Side side = (Side)draws.Below(2);
        Price price = Price.FromTicks(900 + draws.Below(200));
        NewOrder limit = NewOrder.Limit(0, side, price, Quantity.FromLots(1 + draws.Below(20)));
        return draws.Below(8) switch
        {
            0 => limit.Showing(Quantity.FromLots(1)),
            1 => limit.StoppedAt(price, (PriceSource)draws.Below(3)),
            2 => limit.Until(Timestamp.FromUnixNanoseconds(long.MaxValue / 2)),
            3 => limit.PostOnly(),
            4 => limit.FillOrKill(),
            5 => limit.OnSelfTrade((SelfTradePrevention)draws.Below(5)),
            6 => NewOrder.Market(0, side, Quantity.FromLots(5)),
            _ => limit,
        };
    }

    private sealed class Ignore : IEventObserver
    {
        public void Observe(ReadOnlySpan<MarketEvent> events) { }
    }
}
