using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Exchange.Tests;

/// <summary>Worked examples: what orders do to the accounts of a venue with books.</summary>
public sealed class TradingTests() : TradingExample(new BookRules { Band = Rate.FromFraction(1, 10) })
{
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
        Market.Cancel(Now, A, alice, first);
        Assert.Equal(Rejection.None, Bid(alice, 9_900, 100).Reason);
    }

    [Fact]
    public void Cancelling_all_of_an_account_giveAll_its_margin_back_and_touches_nobody_else()
    {
        AccountId alice = Open(MarginMode.Isolated, 3.5m, leverage: 10);
        AccountId bob = Open(MarginMode.Cross, 5, leverage: 10);
        OrderId others = Bid(bob, 9_900, 100).Order;
        Bid(alice, 9_900, 100);
        Bid(alice, 9_800, 100);
        Ask(alice, 10_100, 100);
        Assert.Equal((Rejection.None, 3), Market.CancelAll(Now, A, alice));
        Assert.Equal((Quantity.Zero, Quantity.Zero), Market.OpenOrdersOf(alice, A));
        Assert.Equal(1, Market.BookOf(A).OpenOrders);
        Assert.True(Market.BookOf(A).TryGet(others, out _));
        Assert.Equal(Rejection.None, Bid(alice, 9_900, 300).Reason);
        Assert.Equal((Rejection.None, 1), Market.CancelAll(Now, A, alice));
        Assert.Equal((Rejection.None, 0), Market.CancelAll(Now, A, alice));
        Assert.Equal((Rejection.UnknownAccount, 0), Market.CancelAll(Now, A, new AccountId(99)));
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
        Assert.Equal(Usdt(4), Market.WalletOf(alice));
        Assert.Equal(Usdt(0.995m), Market.PositionOf(alice, A).IsolatedMargin);
        Assert.Equal(Usdt(4.998m), Market.WalletOf(bob));
        Assert.Equal(Usdt(0.007m), Market.FeesCollected);
        Assert.Equal(-100, Market.PositionOf(bob, A).Lots.Lots);
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
        Assert.True(Market.PositionOf(alice, A).Lots.IsZero);
        Assert.Equal((Quantity.Zero, Quantity.Zero), Market.OpenOrdersOf(alice, A));
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
        Assert.Equal((Quantity.Zero, Lots(40)), Market.OpenOrdersOf(alice, A));
        Assert.Equal(Lots(20), Market.BookOf(A).Best(Side.Sell).Quantity);

        Bid(Venue.Outside, 9_990, 20);
        Submit(NewOrder.Market(alice.Index, Side.Sell, Lots(20)));
        Assert.Equal(0, Market.BookOf(A).OpenOrders);
    }

    [Fact]
    public void In_an_auction_reduce_only_orders_together_sell_no_more_than_is_held()
    {
        AccountId alice = Open(MarginMode.Cross, 50, leverage: 10);
        Ask(Venue.Outside, 10_000, 60);
        Bid(alice, 10_000, 60);
        Market.SetPhase(Now, A, TradingPhase.Auction);
        Submit(NewOrder.Limit(alice.Index, Side.Sell, Price.FromTicks(9_950), Lots(50)).ReduceOnly());
        Submit(NewOrder.Limit(alice.Index, Side.Sell, Price.FromTicks(9_960), Lots(50)).ReduceOnly());
        Bid(Venue.Outside, 10_000, 100);

        Market.SetPhase(Now, A, TradingPhase.Continuous);
        Log.Flush();

        MarketEvent resumed = Assert.Single(Events, fact => fact.Kind == EventKind.TradingResumed);
        Assert.Equal((60L, 10_000L), (resumed.Quantity.Lots, resumed.Price.Ticks));
        Assert.True(Market.PositionOf(alice, A).Lots.IsZero);
        Assert.Equal(Lots(40), Market.BookOf(A).Best(Side.Buy).Quantity);
        Assert.Equal((Quantity.Zero, Quantity.Zero), Market.OpenOrdersOf(alice, A));
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
        Market.UpdateMark(Now, A, Price.FromTicks(9_734));
        Log.Flush();
        Assert.DoesNotContain(Events, fact => fact.Kind == EventKind.LiquidationStarted);
        Market.UpdateMark(Now, A, Price.FromTicks(9_733));
        Log.Flush();

        // Her own bid is taken back first. Bankruptcy lies at 9.505: sixty lots fill above it, and with forty left her equity
        // of about 0.107 USDT carries their maintenance margin of 0.082.
        MarketEvent order = Assert.Single(Events, fact => fact.Kind == EventKind.PositionLiquidated);
        Assert.Equal((60L, 9_585L), (order.Quantity.Lots, order.Price.Ticks));
        Assert.DoesNotContain(Events, fact => fact.Kind == EventKind.PositionTakenOver);
        Assert.Equal(40, Market.PositionOf(alice, A).Lots.Lots);

        // Above her new bankruptcy price nobody bids any more: the fund takes the rest.
        Market.UpdateMark(Now, A, Price.FromTicks(9_480));
        Log.Flush();
        MarketEvent taken = Assert.Single(Events, fact => fact.Kind == EventKind.PositionTakenOver);
        Assert.Equal(40, taken.Quantity.Lots);
        Assert.Equal((Quantity.Zero, Quantity.Zero), Market.OpenOrdersOf(alice, A));
        Assert.Equal(Int128.Zero, Market.Surplus());
    }

    [Fact]
    public void A_halt_takes_no_orderAnd_an_auction_reopenAt_one_price()
    {
        AccountId alice = Open(MarginMode.Cross, 50, leverage: 10);
        AccountId bob = Open(MarginMode.Cross, 50, leverage: 10);
        Market.SetPhase(Now, A, TradingPhase.Halted);
        Assert.Equal(Rejection.RefusedByBook, Bid(alice, 10_000, 10).Reason);
        Market.SetPhase(Now, A, TradingPhase.Auction);
        Bid(alice, 10_100, 10);
        Ask(bob, 9_900, 10);
        Assert.True(Market.PositionOf(alice, A).Lots.IsZero);
        Market.SetPhase(Now, A, TradingPhase.Continuous);
        Assert.Equal(10, Market.PositionOf(alice, A).Lots.Lots);
        Assert.Equal(-10, Market.PositionOf(bob, A).Lots.Lots);
        Assert.Equal(Int128.Zero, Market.Surplus());
    }
}
