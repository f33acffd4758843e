using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Exchange.Tests;

/// <summary>Once its tables are warm, a venue with books allocates nothing, whatever orders do to accounts.</summary>
public sealed class BookVenueAllocationTests
{
    private const int Traders = 64;
    private const int WarmUps = 3;
    private static readonly InstrumentId s_listed = new(0);
    private readonly Venue _venue;
    private readonly AccountId[] _traders;
    private Timestamp _now = Timestamp.FromUnixNanoseconds(1);

    public BookVenueAllocationTests()
    {
        VenueRules rules = BookVenues.Ordinary(new BookRules { Band = Rate.FromFraction(1, 10) });
        _venue = new Venue(rules, new Limits(Traders, Traders), new EventLog(new Nobody()));
        _venue.UpdateMark(_now, s_listed, Price.FromTicks(10_000));
        _traders = [.. Enumerable.Range(0, Traders).Select(OpenTrader)];
    }

    [Fact]
    public void Orders_fills_marks_and_cancels_allocate_nothing()
    {
        for (int i = 0; i < WarmUps; i++)
        {
            TradeALot();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        TradeALot();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
        Assert.True(_venue.FeesCollected.IsPositive, "nothing was traded");
        Assert.Equal(Int128.Zero, _venue.Surplus());
    }

    private AccountId OpenTrader(int number)
    {
        AccountId account = _venue.OpenAccount(
            _now,
            int.IsEvenInteger(number) ? MarginMode.Cross : MarginMode.Isolated
        );
        _venue.Deposit(_now, account, Money.FromMinorUnits(1_000_000_000));
        _venue.SetLeverage(_now, s_listed, account, Leverage.FromMultiple(10));
        return account;
    }

    private void TradeALot()
    {
        for (int turn = 0; turn < 5_000; turn++)
        {
            _now += Duration.FromMilliseconds(1);
            AccountId maker = _traders[turn % Traders];
            AccountId taker = _traders[(turn * 7 + 1) % Traders];
            Side side = (Side)(turn / Traders % 2);
            Price price = Price.FromTicks(10_000 + turn % 5);
            NewOrder order = NewOrder.Limit(maker.Index, side, price, Quantity.FromLots(10));
            OrderId rests = Submit(order.Showing(Quantity.FromLots(4)));
            Submit(NewOrder.Market(taker.Index, (Side)(1 - (int)side), Quantity.FromLots(6)));
            Submit(order.Until(_now + Duration.FromMilliseconds(3)));
            Submit(NewOrder.Market(taker.Index, side, Quantity.FromLots(2)).ReduceOnly());
            Submit(NewOrder.Market(maker.Index, side, Quantity.FromLots(1)).StoppedAt(StopOf(side), PriceSource.Last));
            _venue.Amend(_now, s_listed, maker, rests, price, Quantity.FromLots(2));
            _venue.UpdateMark(_now, s_listed, Price.FromTicks(10_000 + turn % 7));
            _venue.CancelAll(_now, s_listed, maker);
        }
    }

    private static Price StopOf(Side side) => Price.FromTicks(side == Side.Buy ? 10_003 : 10_001);

    private sealed class Nobody : IEventObserver
    {
        public void Observe(ReadOnlySpan<MarketEvent> events) { }
    }

    private OrderId Submit(NewOrder order) => _venue.Submit(_now, s_listed, order).Order;
}
