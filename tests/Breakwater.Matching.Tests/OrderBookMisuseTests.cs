using Breakwater.Domain;
using Breakwater.Testing.Matching;

namespace Breakwater.Matching.Tests;

public sealed class OrderBookMisuseTests
{
    private static readonly Instrument Instrument = new(new InstrumentId(0), "TEST", Currency.Usdt, 0.01m, 0.001m);
    private readonly EventRecorder _events = new();

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    [InlineData(1L << 40)]
    public void A_number_that_no_order_has_is_refused(long number)
    {
        OrderBook book = new(Instrument, new BookRules(), _events.Log);
        book.Submit(NewOrder.Limit(0, Side.Buy, Price.FromTicks(5), Quantity.FromLots(1)));
        Assert.False(book.Cancel(new OrderId(number)));
        Assert.False(book.TryGet(new OrderId(number), out _));
        Assert.Equal(1, book.OpenOrders);
    }

    [Fact]
    public void Old_orders_are_found_after_any_number_of_newer_ones()
    {
        OrderBook book = new(Instrument, new BookRules(), _events.Log);
        List<OrderId> old = [];
        for (int index = 0; index < 200_000; index++)
        {
            OrderId id = book.Submit(
                NewOrder.Limit(0, Side.Buy, Price.FromTicks(1 + (index % 500)), Quantity.FromLots(1))
            );
            if (index % 1_000 == 0)
            {
                old.Add(id);
            }
            else
            {
                Assert.True(book.Cancel(id));
            }
        }

        Assert.All(old.Where((_, index) => index % 2 == 0), id => Assert.True(book.Cancel(id)));
        Assert.All(old.Where((_, index) => index % 2 == 0), id => Assert.False(book.Cancel(id)));
        Assert.All(old.Where((_, index) => index % 2 == 1), id => Assert.True(book.TryGet(id, out _)));
        Assert.Equal(old.Count / 2, book.OpenOrders);
    }

    [Fact]
    public void Rules_that_the_book_cannot_hold_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Book(new BookRules { MaxPrice = Price.FromTicks(1L << 30) }));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Book(new BookRules { MaxQuantity = Quantity.FromLots(1L << 31) })
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => Book(new BookRules { PriceStep = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Book(new BookRules { Band = Rate.FromFraction(-1, 2) }));
    }

    [Fact]
    public void Time_does_not_go_back_and_prices_are_positive()
    {
        OrderBook book = Book(new BookRules());
        book.AdvanceTo(Timestamp.FromUnixNanoseconds(10));
        Assert.Throws<ArgumentOutOfRangeException>(() => book.AdvanceTo(Timestamp.FromUnixNanoseconds(9)));
        Assert.Throws<ArgumentOutOfRangeException>(() => book.UpdateMark(Price.Zero));
    }

    [Fact]
    public void An_owners_orders_can_be_walked()
    {
        OrderBook book = Book(new BookRules());
        OrderId first = book.Submit(NewOrder.Limit(3, Side.Buy, Price.FromTicks(5), Quantity.FromLots(1)));
        book.Submit(NewOrder.Limit(4, Side.Buy, Price.FromTicks(5), Quantity.FromLots(1)));
        OrderId second = book.Submit(
            NewOrder.Limit(3, Side.Sell, Price.FromTicks(9), Quantity.FromLots(1)).ReduceOnly()
        );
        Assert.Equal(first, book.FirstOrderOf(3));
        Assert.Equal(second, book.NextOrderOfSameOwner(first));
        Assert.Equal(default, book.NextOrderOfSameOwner(second));
        Assert.True(book.TryGet(second, out OrderState state) && state.Terms.IsReduceOnly);
        Assert.Equal(default, book.FirstOrderOf(99));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nobodys_reduce_only_order_that_is_no_longer_covered_leaves_like_any_other(bool ownersWereSeen)
    {
        OrderBook book = new(Instrument, new BookRules(), _events.Log, reductions: _events.Holdings);
        if (ownersWereSeen)
        {
            book.Submit(NewOrder.Limit(0, Side.Buy, Price.FromTicks(5), Quantity.FromLots(1)));
        }

        _events.Holdings.Set(NewOrder.NoOwner, 3);
        book.Submit(NewOrder.Limit(NewOrder.NoOwner, Side.Sell, Price.FromTicks(9), Quantity.FromLots(3)).ReduceOnly());
        _events.Holdings.Set(NewOrder.NoOwner, 0);
        book.Submit(NewOrder.Limit(1, Side.Buy, Price.FromTicks(9), Quantity.FromLots(1)).ImmediateOrCancel());

        Assert.Contains(
            _events.Take(),
            fact => fact.Kind == EventKind.OrderCancelled && fact.Detail == (byte)CancelReason.NothingToReduce
        );
        Assert.Equal(Price.Zero, book.BestPrice(Side.Sell));
        Assert.Equal(ownersWereSeen ? 1 : 0, book.OpenOrders);
    }

    private OrderBook Book(BookRules rules) => new(Instrument, rules, _events.Log);
}
