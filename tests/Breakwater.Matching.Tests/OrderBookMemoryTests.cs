using Breakwater.Domain;
using Breakwater.Testing.Matching;

namespace Breakwater.Matching.Tests;

public sealed class OrderBookMemoryTests
{
    private static readonly Instrument Instrument = new(new InstrumentId(0), "TEST", Currency.Usdt, 0.01m, 0.001m);

    [Theory]
    [InlineData(NewOrder.NoOwner)]
    [InlineData(1)]
    [InlineData(99_999)]
    public void An_idle_book_takes_less_than_64_KiB_whoever_has_its_orders(int owner) =>
        Assert.InRange(BytesOfBook([owner, owner]), 1, 64 * 1024);

    [Fact]
    public void Owners_far_apart_take_a_page_each()
    {
        int[] owners = [0, 99_999, 50_000, 1_000, 75_000];
        long idle = BytesOfBook([0, 1, 2, 3, 4]);
        Assert.InRange(BytesOfBook(owners), idle, idle + (20 * 1024));
    }

    [Fact]
    public void Orders_of_owners_far_apart_are_found_by_their_owner()
    {
        OrderBook book = new(Instrument, new BookRules(), new EventRecorder().Log);
        int[] owners = [.. Enumerable.Range(0, 1_000).Select(index => index * 997)];
        foreach (int owner in owners.Concat(owners.Reverse()))
        {
            book.Submit(NewOrder.Limit(owner, Side.Buy, Price.FromTicks(1_000), Quantity.FromLots(1)));
        }

        Assert.Equal(0, book.CancelAll(1));
        Assert.Equal(0, book.CancelAll(int.MaxValue));
        Assert.All(owners, owner => Assert.Equal(2, book.CancelAll(owner)));
        Assert.Equal(0, book.OpenOrders);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_steady_state_allocates_nothing(bool limited)
    {
        NewOrder[] orders = Orders();
        EventLog log = new(new Ignore());
        OrderBook book = new(
            Instrument,
            new BookRules(),
            log,
            reductions: limited ? new AnyoneReducesFiveLots() : null
        );
        for (int round = 0; round < 40; round++)
        {
            Play(book, orders);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        Play(book, orders);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static long BytesOfBook(int[] owners)
    {
        EventLog log = new EventRecorder().Log;
        long before = GC.GetAllocatedBytesForCurrentThread();
        OrderBook book = new(Instrument, new BookRules(), log);
        for (int order = 0; order < owners.Length; order++)
        {
            Price price = Price.FromTicks(1_200_000 + (100 * order));
            book.Submit(NewOrder.Limit(owners[order], (Side)(order == 0 ? 0 : 1), price, Quantity.FromLots(1)));
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
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
        return draws.Below(9) switch
        {
            0 => limit.Showing(Quantity.FromLots(1)),
            1 => limit.StoppedAt(price, (PriceSource)draws.Below(3)),
            2 => limit.Until(Timestamp.FromUnixNanoseconds(long.MaxValue / 2)),
            3 => limit.PostOnly(),
            4 => limit.FillOrKill(),
            5 => limit.OnSelfTrade((SelfTradePrevention)draws.Below(5)),
            6 => limit.ReduceOnly(),
            7 => NewOrder.Market(0, side, Quantity.FromLots(5)),
            _ => limit,
        };
    }

    private sealed class AnyoneReducesFiveLots : IReductionLimit
    {
        public long ReducibleLots(InstrumentId instrument, int owner, Side side) => 5;
    }

    private sealed class Ignore : IEventObserver
    {
        public void Observe(ReadOnlySpan<MarketEvent> events) { }
    }
}
