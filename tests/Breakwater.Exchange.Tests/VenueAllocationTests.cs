using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

/// <summary>Once its tables are warm, the venue allocates nothing, deleveraging included.</summary>
public sealed class VenueAllocationTests
{
    private const int Traders = 2_000;
    private const long Base = 500_000;

    // The index grows with the positions that it holds at once, the queue with the winners that stand in it.
    private const int WarmUps = 3;
    private static readonly InstrumentId Btc = new(0);
    private readonly Venue _venue;
    private Timestamp _now;

    public VenueAllocationTests()
    {
        var limits = new Limits(Traders, Traders);
        _venue = new Venue(WorkedVenues.Binance, new MarkLessSlippage(Rate.Zero), limits, new EventLog(new Nobody()));
        Mark(Base);
        for (int i = 0; i < Traders; i++)
        {
            _venue.OpenAccount(_now, int.IsEvenInteger(i) ? MarginMode.Isolated : MarginMode.Cross);
        }
    }

    [Fact]
    public void Marks_that_cross_nobody_allocate_nothing()
    {
        FillCrowd();
        long evaluations = _venue.Evaluations;

        Assert.Equal(0, AllocatedBy(MarkTenThousandTimes));
        Assert.Equal(evaluations, _venue.Evaluations);
    }

    [Fact]
    public void Liquidations_allocate_nothing()
    {
        Assert.Equal(0, AllocatedBy(LiquidateCrowd));
    }

    [Fact]
    public void Liquidation_prices_never_met_before_allocate_nothing()
    {
        _venue.Deposit(_now, FirstTrader, Money.FromMinorUnits(1_000_000));
        OpenAndCloseOnTheWayUp(steps: 100);

        long before = GC.GetAllocatedBytesForCurrentThread();
        OpenAndCloseOnTheWayUp(steps: 10_000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    // Behind a gap, with nothing in the fund, each long is closed against a short.
    [Fact]
    public void Deleveraging_allocates_nothing_once_its_queue_has_grown()
    {
        Assert.Equal(0, AllocatedBy(DeleverageCrowd));
    }

    private static long AllocatedBy(Action work)
    {
        for (int i = 0; i < WarmUps; i++)
        {
            work();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private void MarkTenThousandTimes()
    {
        for (int i = 0; i < 10_000; i++)
        {
            Mark(Base + i % 100);
        }
    }

    private void OpenAndCloseOnTheWayUp(int steps)
    {
        for (int step = 1; step <= steps; step++)
        {
            long ticks = Base + (100 * step);
            Mark(ticks);
            Trade(FirstTrader, Venue.Outside, ticks);
            Mark(ticks);
            Trade(Venue.Outside, FirstTrader, ticks);
        }
    }

    private void Trade(AccountId buyer, AccountId seller, long ticks) =>
        _venue.Trade(
            _now,
            Btc,
            buyer,
            seller,
            Quantity.FromLots(1),
            Price.FromTicks(ticks),
            Leverage.FromMultiple(100)
        );

    private void LiquidateCrowd()
    {
        FillCrowd();
        Mark(Base * 99 / 100);
        Assert.True(LotsOf(FirstTrader).IsZero && LotsOf(LastTrader).IsShort);
        Mark(Base);
    }

    private void DeleverageCrowd()
    {
        FillCrowd();
        Mark(Base * 9 / 10);
        Assert.True(LotsOf(FirstTrader).IsZero && LotsOf(LastTrader).IsZero);
        Assert.True(_venue.FundInventory(Btc).IsZero);
        Mark(Base);
    }

    private static AccountId FirstTrader => new(Venue.Fund.Index + 1);

    private static AccountId LastTrader => new(Venue.Fund.Index + Traders);

    private Quantity LotsOf(AccountId account) => _venue.PositionOf(account, Btc).Lots;

    // Half are long and half short one lot, at the mark and with a hundredth of it behind them.
    private void FillCrowd()
    {
        for (int i = 0; i < Traders; i++)
        {
            var account = new AccountId(FirstTrader.Index + i);
            if (!LotsOf(account).IsZero)
            {
                continue;
            }

            bool isLong = i < Traders / 2;
            AccountId buyer = isLong ? account : Venue.Outside;
            AccountId seller = isLong ? Venue.Outside : account;
            _venue.Withdraw(_now, account, _venue.WalletOf(account));
            _venue.Deposit(_now, account, Money.FromMinorUnits(500_000));
            Trade(buyer, seller, Base);
        }
    }

    private void Mark(long ticks)
    {
        _now += Duration.FromSeconds(1);
        _venue.UpdateMark(_now, Btc, Price.FromTicks(ticks));
    }

    private sealed class Nobody : IEventObserver
    {
        public void Observe(ReadOnlySpan<MarketEvent> events) { }
    }
}
