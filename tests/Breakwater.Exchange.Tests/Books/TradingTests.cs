using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Exchange.Tests;

/// <summary>
/// Worked examples on a venue with books. Instrument A: tick 0.001, lot 0.01, so that a lot at 10.000 is worth 0.1 USDT.
/// Maintenance 1 %, fees 0.02 % and 0.05 %.
/// </summary>
public class TradingTests : IEventObserver
{
    private static readonly InstrumentId s_a = new(0);
    private static readonly Timestamp s_now = Timestamp.FromUnixNanoseconds(1);
    private readonly EventLog _log;
    private readonly List<MarketEvent> _events = [];
    private readonly Venue _venue;

    public TradingTests()
    {
        _log = new EventLog(this, 16);
        VenueRules rules = BookVenues.Of(
            new LiquidationRules { ClearanceFee = Rate.FromFraction(1, 200), OrderLimitedAtBankruptcyPrice = true },
            new DeleveragingRules(
                DeleveragingTrigger.FundExhausted,
                DeleveragingRanking.ProfitTimesMarginRatio,
                DeleveragingPrice.Bankruptcy
            ),
            paysDeficits: true
        );
        _venue = new Venue(rules, new Limits(10, 20), _log);
        _venue.UpdateMark(s_now, s_a, Price.FromTicks(10_000));
        _venue.Deposit(s_now, Venue.Fund, Usdt(100));
    }

    void IEventObserver.Observe(ReadOnlySpan<MarketEvent> events) => _events.AddRange(events);

    [Fact]
    public void Open_orders_reserve_margin_and_give_it_back()
    {
        // 10x: 100 lots at 10.000 reserve 1 USDT; three of them fit into 3.5 USDT, a fourth does not.
        AccountId alice = Open(MarginMode.Isolated, 3.5m, leverage: 10);
        OrderId first = Bid(alice, 9_900, 100).Order;
        Assert.NotEqual(default, first);
        Assert.Equal(Rejection.None, Bid(alice, 9_900, 100).Reason);
        Assert.Equal(Rejection.None, Bid(alice, 9_900, 100).Reason);
        Assert.Equal(Rejection.InsufficientMargin, Bid(alice, 9_900, 100).Reason);
        _venue.Cancel(s_now, s_a, alice, first);
        Assert.Equal(Rejection.None, Bid(alice, 9_900, 100).Reason);
    }

    [Fact]
    public void Cancelling_all_of_an_account_gives_all_its_margin_back_and_touches_nobody_else()
    {
        AccountId alice = Open(MarginMode.Isolated, 3.5m, leverage: 10);
        AccountId bob = Open(MarginMode.Cross, 5, leverage: 10);
        OrderId others = Bid(bob, 9_900, 100).Order;
        Bid(alice, 9_900, 100);
        Bid(alice, 9_800, 100);
        Ask(alice, 10_100, 100);
        Assert.Equal((Rejection.None, 3), _venue.CancelAll(s_now, s_a, alice));
        Assert.Equal((Quantity.Zero, Quantity.Zero), _venue.OpenOrdersOf(alice, s_a));
        Assert.Equal(1, _venue.BookOf(s_a).OpenOrders);
        Assert.True(_venue.BookOf(s_a).TryGet(others, out _));
        Assert.Equal(Rejection.None, Bid(alice, 9_900, 300).Reason);
        Assert.Equal((Rejection.None, 1), _venue.CancelAll(s_now, s_a, alice));
        Assert.Equal((Rejection.None, 0), _venue.CancelAll(s_now, s_a, alice));
        Assert.Equal((Rejection.UnknownAccount, 0), _venue.CancelAll(s_now, s_a, new AccountId(99)));
    }

    [Fact]
    public void Sells_that_only_close_a_long_reserve_nothing()
    {
        AccountId alice = Open(MarginMode.Isolated, 1.1m, leverage: 10);
        Ask(Venue.Outside, 10_000, 100);
        Assert.Equal(Rejection.None, Bid(alice, 10_000, 100).Reason);
        Assert.Equal(Rejection.None, Ask(alice, 10_100, 100).Reason);
        // What goes beyond the long would open a short, and 0.0995 USDT is left for it: 1 USDT less 0.0005 of 10 in fees.
        Assert.Equal(Rejection.InsufficientMargin, Ask(alice, 10_100, 100).Reason);
    }

    [Fact]
    public void A_fill_moves_margin_and_charges_both_sides()
    {
        AccountId alice = Open(MarginMode.Isolated, 5, leverage: 10);
        AccountId bob = Open(MarginMode.Cross, 5, leverage: 10);
        Ask(bob, 10_000, 100);
        Bid(alice, 10_000, 100);
        // Taker 0.05 % of 10 USDT out of the isolated margin of 1 USDT, maker 0.02 % out of the wallet.
        Assert.Equal(Usdt(4), _venue.WalletOf(alice));
        Assert.Equal(Usdt(0.995m), _venue.PositionOf(alice, s_a).IsolatedMargin);
        Assert.Equal(Usdt(4.998m), _venue.WalletOf(bob));
        Assert.Equal(Usdt(0.007m), _venue.FeesCollected);
        Assert.Equal(-100, _venue.PositionOf(bob, s_a).Lots.Lots);
    }

    [Fact]
    public void A_reduce_only_order_trades_no_more_than_closes_the_position()
    {
        AccountId alice = Open(MarginMode.Cross, 50, leverage: 10);
        Ask(Venue.Outside, 10_000, 60);
        Bid(alice, 10_000, 60);
        Assert.Equal(
            Rejection.NothingToReduce,
            Submit(NewOrder.Market(alice.Index, Side.Buy, Lots(5)).ReduceOnly()).Reason
        );
        Submit(NewOrder.Limit(alice.Index, Side.Sell, Price.FromTicks(10_010), Lots(60)).ReduceOnly());
        Submit(NewOrder.Limit(alice.Index, Side.Sell, Price.FromTicks(10_005), Lots(50)));
        // One buyer takes both: fifty of the plain order, and of the reduce-only one the ten that are left to close.
        Bid(Venue.Outside, 10_010, 200);
        Assert.True(_venue.PositionOf(alice, s_a).Lots.IsZero);
        Assert.Equal((Quantity.Zero, Quantity.Zero), _venue.OpenOrdersOf(alice, s_a));
    }

    [Fact]
    public void A_resting_reduce_only_order_shrinks_with_its_position()
    {
        AccountId alice = Open(MarginMode.Cross, 50, leverage: 10);
        Ask(Venue.Outside, 10_000, 60);
        Bid(alice, 10_000, 60);
        Submit(NewOrder.Limit(alice.Index, Side.Sell, Price.FromTicks(10_010), Lots(60)).ReduceOnly());
        Submit(NewOrder.Limit(alice.Index, Side.Sell, Price.FromTicks(10_020), Lots(25)).ReduceOnly());

        Bid(Venue.Outside, 9_990, 40);
        Submit(NewOrder.Market(alice.Index, Side.Sell, Lots(40)));
        Assert.Equal((Quantity.Zero, Lots(40)), _venue.OpenOrdersOf(alice, s_a));
        Assert.Equal(Lots(20), _venue.BookOf(s_a).Best(Side.Sell).Quantity);

        Bid(Venue.Outside, 9_990, 20);
        Submit(NewOrder.Market(alice.Index, Side.Sell, Lots(20)));
        Assert.Equal(0, _venue.BookOf(s_a).OpenOrders);
    }

    [Fact]
    public void In_an_auction_reduce_only_orders_together_sell_no_more_than_is_held()
    {
        AccountId alice = Open(MarginMode.Cross, 50, leverage: 10);
        Ask(Venue.Outside, 10_000, 60);
        Bid(alice, 10_000, 60);
        _venue.SetPhase(s_now, s_a, TradingPhase.Auction);
        Submit(NewOrder.Limit(alice.Index, Side.Sell, Price.FromTicks(9_950), Lots(50)).ReduceOnly());
        Submit(NewOrder.Limit(alice.Index, Side.Sell, Price.FromTicks(9_960), Lots(50)).ReduceOnly());
        Bid(Venue.Outside, 10_000, 100);

        _venue.SetPhase(s_now, s_a, TradingPhase.Continuous);
        _log.Flush();

        MarketEvent resumed = Assert.Single(_events, fact => fact.Kind == EventKind.TradingResumed);
        Assert.Equal((60L, 10_000L), (resumed.Quantity.Lots, resumed.Price.Ticks));
        Assert.True(_venue.PositionOf(alice, s_a).Lots.IsZero);
        Assert.Equal(Lots(40), _venue.BookOf(s_a).Best(Side.Buy).Quantity);
        Assert.Equal((Quantity.Zero, Quantity.Zero), _venue.OpenOrdersOf(alice, s_a));
    }

    [Fact]
    public void A_liquidation_s_fill_is_what_the_book_gave()
    {
        // 100 lots at 10.000 with 20x: 0.5 USDT of margin less 0.005 of fees. In the bracket of 2.5 % less 0.015 USDT they
        // are liquidated below 9.7333 = (10 - 0.495 - 0.015) / (1 - 2.5 %).
        AccountId alice = Open(MarginMode.Isolated, 0.6m, leverage: 20);
        Ask(Venue.Outside, 10_000, 100);
        Bid(alice, 10_000, 100);
        Bid(alice, 9_000, 10);
        Bid(Venue.Outside, 9_590, 30);
        Bid(Venue.Outside, 9_580, 30);
        Bid(Venue.Outside, 9_400, 500);
        _venue.UpdateMark(s_now, s_a, Price.FromTicks(9_734));
        _log.Flush();
        Assert.DoesNotContain(_events, fact => fact.Kind == EventKind.LiquidationStarted);
        _venue.UpdateMark(s_now, s_a, Price.FromTicks(9_733));
        _log.Flush();

        // Her own bid is taken back first. Bankruptcy lies at 9.505: sixty lots fill above it, and with forty left her equity
        // of about 0.107 USDT carries their maintenance margin of 0.082.
        MarketEvent order = Assert.Single(_events, fact => fact.Kind == EventKind.PositionLiquidated);
        Assert.Equal((60L, 9_585L), (order.Quantity.Lots, order.Price.Ticks));
        Assert.DoesNotContain(_events, fact => fact.Kind == EventKind.PositionTakenOver);
        Assert.Equal(40, _venue.PositionOf(alice, s_a).Lots.Lots);

        // Above her new bankruptcy price nobody bids any more: the fund takes the rest.
        _venue.UpdateMark(s_now, s_a, Price.FromTicks(9_480));
        _log.Flush();
        MarketEvent taken = Assert.Single(_events, fact => fact.Kind == EventKind.PositionTakenOver);
        Assert.Equal(40, taken.Quantity.Lots);
        Assert.Equal((Quantity.Zero, Quantity.Zero), _venue.OpenOrdersOf(alice, s_a));
        Assert.Equal(Int128.Zero, _venue.Surplus());
    }

    [Fact]
    public void A_halt_takes_no_orders_and_an_auction_reopens_at_one_price()
    {
        AccountId alice = Open(MarginMode.Cross, 50, leverage: 10);
        AccountId bob = Open(MarginMode.Cross, 50, leverage: 10);
        _venue.SetPhase(s_now, s_a, TradingPhase.Halted);
        Assert.Equal(Rejection.RefusedByBook, Bid(alice, 10_000, 10).Reason);
        _venue.SetPhase(s_now, s_a, TradingPhase.Auction);
        Bid(alice, 10_100, 10);
        Ask(bob, 9_900, 10);
        Assert.True(_venue.PositionOf(alice, s_a).Lots.IsZero);
        _venue.SetPhase(s_now, s_a, TradingPhase.Continuous);
        Assert.Equal(10, _venue.PositionOf(alice, s_a).Lots.Lots);
        Assert.Equal(-10, _venue.PositionOf(bob, s_a).Lots.Lots);
        Assert.Equal(Int128.Zero, _venue.Surplus());
    }

    private static Money Usdt(decimal amount)
    {
        Assert.True(Currency.Usdt.TryFromDecimal(amount, out Money money));
        return money;
    }

    private static Quantity Lots(long lots) => Quantity.FromLots(lots);

    private AccountId Open(MarginMode mode, decimal wallet, int leverage)
    {
        AccountId account = _venue.OpenAccount(s_now, mode);
        _venue.Deposit(s_now, account, Usdt(wallet));
        _venue.SetLeverage(s_now, s_a, account, Leverage.FromMultiple(leverage));
        return account;
    }

    private (Rejection Reason, OrderId Order) Bid(AccountId owner, long price, long lots) =>
        Submit(NewOrder.Limit(owner.Index, Side.Buy, Price.FromTicks(price), Lots(lots)));

    private (Rejection Reason, OrderId Order) Ask(AccountId owner, long price, long lots) =>
        Submit(NewOrder.Limit(owner.Index, Side.Sell, Price.FromTicks(price), Lots(lots)));

    private (Rejection Reason, OrderId Order) Submit(NewOrder order) => _venue.Submit(s_now, s_a, order);
}
