using Breakwater.Domain;
using Breakwater.Testing.Matching;

namespace Breakwater.Matching.Tests;

public sealed class DepthFeedTests : IDepthObserver, IEventObserver
{
    private static readonly Instrument Instrument = new(new InstrumentId(0), "TEST", Currency.Usdt, 0.01m, 0.001m);
    private readonly SortedDictionary<Price, Quantity> _bids = [];
    private readonly SortedDictionary<Price, Quantity> _asks = [];

    private readonly DepthFeed _feed;
    private readonly EventLog _log;
    private readonly Holdings _holdings;

    public DepthFeedTests()
    {
        _feed = new DepthFeed(Instrument.Id, this);
        _log = new EventLog(this);
        _holdings = new Holdings(_log);
    }

    void IEventObserver.Observe(ReadOnlySpan<MarketEvent> events)
    {
        foreach (ref readonly MarketEvent fact in events)
        {
            _holdings.Apply(fact);
        }

        _feed.Observe(events);
    }

    void IDepthObserver.LevelChanged(Side side, DepthLevel level)
    {
        SortedDictionary<Price, Quantity> levels = side == Side.Buy ? _bids : _asks;
        levels.Remove(level.Price);
        if (!level.Quantity.IsZero)
        {
            levels.Add(level.Price, level.Quantity);
        }
    }

    [Theory]
    [InlineData(11, false)]
    [InlineData(12, false)]
    [InlineData(13, false)]
    [InlineData(11, true)]
    [InlineData(12, true)]
    [InlineData(13, true)]
    public void Changes_of_levels_add_up_to_the_snapshot_after_every_command(int seed, bool reducesOnly)
    {
        CommandDraws commands = new((ulong)seed);
        RealBook book = new(Instrument, commands.Rules, _log, reducesOnly ? _holdings : null);
        for (int command = 0; command < 20_000; command++)
        {
            commands.Next([book], book.Book.OpenOrders);
            _log.Flush();
            Assert.Equal(
                Snapshot(book.Book, Side.Buy),
                _bids.Reverse().Select(level => new DepthLevel(level.Key, level.Value))
            );
            Assert.Equal(Snapshot(book.Book, Side.Sell), _asks.Select(level => new DepthLevel(level.Key, level.Value)));
        }
    }

    private static DepthLevel[] Snapshot(OrderBook book, Side side)
    {
        DepthLevel[] levels = new DepthLevel[book.OpenOrders];
        return levels[..book.CopyDepth(side, levels)];
    }
}
