using System.Diagnostics;
using Breakwater.Domain;
using Breakwater.Testing.Matching;

namespace Breakwater.Matching.Tests;

/// <summary>A fill-or-kill order that can be filled costs what it trades, not what there is to trade with.</summary>
public sealed class FillOrKillTests
{
    private const int Orders = 100_000;
    private const int Takers = 200;
    private const int MostTimesDearer = 50;
    private static readonly Instrument Instrument = new(new InstrumentId(0), "TEST", Currency.Usdt, 0.01m, 0.001m);
    private static readonly Price Price = Price.FromTicks(1_000);
    private static readonly Quantity OneLot = Quantity.FromLots(1);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void One_lot_of_a_level_of_100_000_orders_costs_about_what_an_ordinary_order_does(bool reduceOnly)
    {
        EventRecorder events = new();
        OrderBook book = new(Instrument, new BookRules(), events.Log, Orders, events.Holdings);
        NewOrder maker = NewOrder.Limit(0, Side.Sell, Price, Quantity.FromLots(1_000));
        events.Holdings.Set(0, int.MaxValue);
        for (int order = 0; order < Orders; order++)
        {
            book.Submit(reduceOnly ? maker.ReduceOnly() : maker);
        }

        NewOrder ordinary = NewOrder.Limit(1, Side.Buy, Price, OneLot).ImmediateOrCancel();
        NewOrder fillOrKill = NewOrder.Limit(1, Side.Buy, Price, OneLot).FillOrKill();
        TimeSpan usual = Fastest(book, events, ordinary);
        TimeSpan asked = Fastest(book, events, fillOrKill);
        Assert.InRange(asked, TimeSpan.Zero, usual * MostTimesDearer);
    }

    private static TimeSpan Fastest(OrderBook book, EventRecorder events, NewOrder taker) =>
        Enumerable.Range(0, 10).Min(_ => TimeOf(book, events, taker));

    private static TimeSpan TimeOf(OrderBook book, EventRecorder events, NewOrder taker)
    {
        long start = Stopwatch.GetTimestamp();
        for (int count = 0; count < Takers; count++)
        {
            book.Submit(taker);
        }

        TimeSpan time = Stopwatch.GetElapsedTime(start);
        events.Take();
        return time;
    }
}
