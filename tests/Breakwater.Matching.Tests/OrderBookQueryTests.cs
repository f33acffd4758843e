using Breakwater.Domain;
using Breakwater.Testing.Matching;

namespace Breakwater.Matching.Tests;

/// <summary>Short ways to what <see cref="OrderBook.TryGet"/> and <see cref="OrderBook.Best"/> say at length.</summary>
public sealed class OrderBookQueryTests
{
    private static readonly Instrument Instrument = new(new InstrumentId(0), "TEST", Currency.Usdt, 0.01m, 0.001m);
    private static readonly Price Middle = Price.FromTicks(1_000);
    private readonly OrderBook _book = new(Instrument, new BookRules(), new EventRecorder().Log);

    [Fact]
    public void What_is_open_counts_hidden_and_waiting_lots_and_not_filled_ones()
    {
        NewOrder sale = NewOrder.Limit(1, Side.Sell, Middle, Quantity.FromLots(10));
        OrderId iceberg = _book.Submit(sale.Showing(Quantity.FromLots(2)));
        OrderId waiting = _book.Submit(sale.StoppedAt(Price.FromTicks(900), PriceSource.Mark));
        _book.Submit(NewOrder.Market(2, Side.Buy, Quantity.FromLots(3)));

        Assert.Equal(7, _book.OpenOf(iceberg).Lots);
        Assert.Equal(10, _book.OpenOf(waiting).Lots);
        Assert.True(_book.TermsOf(iceberg).IsIceberg);
        Assert.True(_book.TermsOf(waiting).IsConditional);
    }

    [Fact]
    public void Of_an_order_that_is_gone_nothing_is_open()
    {
        OrderId order = _book.Submit(NewOrder.Limit(1, Side.Buy, Middle, Quantity.FromLots(1)));
        _book.Cancel(order);

        Assert.Equal(Quantity.Zero, _book.OpenOf(order));
        Assert.Equal(default, _book.TermsOf(order));
    }

    [Fact]
    public void The_best_price_is_the_first_levels_and_zero_where_there_is_none()
    {
        _book.Submit(NewOrder.Limit(1, Side.Buy, Middle, Quantity.FromLots(1)));

        Assert.Equal(_book.Best(Side.Buy).Price, _book.BestPrice(Side.Buy));
        Assert.Equal(Price.Zero, _book.BestPrice(Side.Sell));
    }
}
