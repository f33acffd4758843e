using Breakwater.Domain;
using Breakwater.Testing.Matching;

namespace Breakwater.Matching.Tests;

public sealed class DepthFeedTests : IDepthObserver
{
    private static readonly Instrument Instrument = new(new InstrumentId(0), "TEST", Currency.Usdt, 0.01m, 0.001m);
    private readonly SortedDictionary<Price, Quantity> _bids = [];
    private readonly SortedDictionary<Price, Quantity> _asks = [];

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
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Changes_of_levels_add_up_to_the_snapshot_after_every_command(int seed)
    {
        CommandDraws commands = new((ulong)seed);
        EventLog log = new(new DepthFeed(Instrument.Id, this));
        RealBook book = new(Instrument, commands.Rules, log);
        for (int command = 0; command < 20_000; command++)
        {
            commands.Next([book], book.Book.OpenOrders);
            log.Flush();
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
