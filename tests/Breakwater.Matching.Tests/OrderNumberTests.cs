using Breakwater.Domain;
using Breakwater.Testing.Matching;

namespace Breakwater.Matching.Tests;

/// <summary>An order is found by its number for as long as it is open, and no longer.</summary>
public sealed class OrderNumberTests
{
    private static readonly Instrument Instrument = new(new InstrumentId(0), "TEST", Currency.Usdt, 0.01m, 0.001m);

    private readonly Draws _draws = new(11);
    private readonly OrderBook _book = new(Instrument, new BookRules(), new EventRecorder().Log);
    private readonly List<OrderId> _open = [];
    private readonly List<OrderId> _ended = [];

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(3_000)]
    public void Orders_that_stay_are_found_while_thousands_come_and_go(int standing)
    {
        while (_open.Count < standing)
        {
            Rest();
        }

        List<OrderId> stayed = [.. _open];
        for (int turn = 0; turn < 20_000; turn++)
        {
            Rest();
            End(standing + _draws.Below(_open.Count - standing));
            while (_open.Count > standing + 40)
            {
                End(standing + _draws.Below(_open.Count - standing));
            }
        }

        AssertFound();
        Assert.Equal(stayed, _open.Take(standing));
    }

    [Fact]
    public void Orders_are_found_while_their_number_grows_and_shrinks()
    {
        foreach (int size in (ReadOnlySpan<int>)[500, 20, 6_000, 3, 6_000, 40_000, 0, 300])
        {
            while (_open.Count < size)
            {
                Rest();
                if (_draws.Below(3) == 0)
                {
                    End(_draws.Below(_open.Count));
                }
            }

            while (_open.Count > size)
            {
                End(_draws.Below(_open.Count));
            }

            AssertFound();
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(3)]
    [InlineData(513)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void A_number_that_was_never_given_is_of_no_order(long number)
    {
        Rest();
        Rest();
        Assert.False(_book.TryGet(new OrderId(number), out _));
        Assert.False(_book.Cancel(new OrderId(number)));
        Assert.Equal(2, _book.OpenOrders);
    }

    private void Rest()
    {
        Price price = Price.FromTicks(1_000 + _draws.Below(200));
        _open.Add(_book.Submit(NewOrder.Limit(_draws.Below(7), Side.Buy, price, Quantity.FromLots(_open.Count + 1))));
    }

    private void End(int place)
    {
        OrderId id = _open[place];
        Assert.True(_book.Cancel(id));
        _open[place] = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        _ended.Add(id);
    }

    private void AssertFound()
    {
        Assert.Equal(_open.Count, _book.OpenOrders);
        Assert.All(_open, id => Assert.True(_book.TryGet(id, out OrderState order) && order.Id == id));
        Assert.All(_ended, id => Assert.False(_book.TryGet(id, out _)));
    }
}
