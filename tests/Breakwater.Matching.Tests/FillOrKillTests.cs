using Breakwater.Domain;
using Breakwater.Testing.Matching;

namespace Breakwater.Matching.Tests;

/// <summary>A fill-or-kill order that can be filled looks at what it trades with, not at all that there is.</summary>
public sealed class FillOrKillTests : IReductionLimit
{
    private const int Orders = 10_000;
    private static readonly Instrument Instrument = new(new InstrumentId(0), "TEST", Currency.Usdt, 0.01m, 0.001m);
    private static readonly Price Price = Price.FromTicks(1_000);

    private int _asked;

    public long ReducibleLots(InstrumentId instrument, int owner, Side side)
    {
        _asked++;
        return side == Side.Sell ? int.MaxValue : 0;
    }

    [Fact]
    public void One_lot_of_a_level_of_many_reduce_only_orders_asks_for_few_positions()
    {
        OrderBook book = new(Instrument, new BookRules(), new EventRecorder().Log, Orders, this);
        for (int order = 0; order < Orders; order++)
        {
            book.Submit(NewOrder.Limit(0, Side.Sell, Price, Quantity.FromLots(1_000)).ReduceOnly());
        }

        _asked = 0;
        book.Submit(NewOrder.Limit(1, Side.Buy, Price, Quantity.FromLots(1)).FillOrKill());

        Assert.Equal(Quantity.FromLots(Orders * 1_000 - 1), book.Best(Side.Sell).Quantity);
        Assert.InRange(_asked, 1, 10);
    }
}
