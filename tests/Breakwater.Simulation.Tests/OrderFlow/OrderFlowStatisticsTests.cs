using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Simulation.Tests;

public sealed class OrderFlowStatisticsTests
{
    private static readonly Instrument s_instrument = new(default, "MODEL", Currency.Usdt, 0.01m, 0.0001m);

    [Fact]
    public void A_book_that_nobody_touches_keeps_its_spread_and_does_not_move()
    {
        OrderFlowStatistics seen = Observe(new OrderFlowRates(0, [0, 0, 0, 0, 1], [0]), bid: 100, ask: 103);

        Assert.Equal(3, seen.Spread, 0.001);
        Assert.Equal(0, seen.ShortDiffusion);
        Assert.Equal(0, seen.LongDiffusion);
    }

    [Fact]
    public void Orders_that_come_and_go_alone_make_a_price_that_jumps_back_and_so_diffuses_less_over_long_times()
    {
        OrderFlowStatistics seen = Observe(new OrderFlowRates(0.5, [1, 1, 1, 1, 1], [0.2]), bid: 100, ask: 101);

        Assert.InRange(seen.Spread, 1, 4);
        Assert.True(seen.ShortDiffusion > seen.LongDiffusion && seen.LongDiffusion > 0);
    }

    private static OrderFlowStatistics Observe(OrderFlowRates rates, long bid, long ask)
    {
        var book = new OrderBook(s_instrument, new BookRules(), new EventLog(new Unread()));
        var flow = new ZeroIntelligenceFlow(book, rates, new DrawStream(new Seed(1), 1, default, 0));
        flow.Place(Side.Buy, Price.FromTicks(bid));
        flow.Place(Side.Sell, Price.FromTicks(ask));
        return OrderFlowStatistics.Observe(flow, book, warmUp: 0, duration: 2000, lag: 20);
    }

    private sealed class Unread : IEventObserver
    {
        public void Observe(ReadOnlySpan<MarketEvent> events) { }
    }
}
