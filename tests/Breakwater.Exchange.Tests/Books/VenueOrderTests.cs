using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Exchange.Tests;

/// <summary>Worked examples: a venue's own orders pass the door of everybody's, and nobody's orders pass it without margin.</summary>
public sealed class VenueOrderTests() : TradingExample(s_books)
{
    // A lot at 10.000 is worth 0.1 USDT: a least order of 200 lots.
    private static readonly BookRules s_books = new()
    {
        Band = Rate.FromFraction(1, 10),
        PriceStep = 10,
        QuantityStep = 10,
        MinNotional = Money.FromMinorUnits(20_000_000),
    };

    [Fact]
    public void A_liquidation_counts_its_own_fills_and_not_those_of_stops_that_it_sets_off()
    {
        Leveraged();
        AccountId bob = Open(MarginMode.Cross, 50, leverage: 10);
        Ask(Venue.Outside, 10_000, 300);
        Bid(bob, 10_000, 300);
        NewOrder stop = NewOrder.Market(bob.Index, Side.Sell, Lots(300));
        Assert.Equal(Rejection.None, Submit(stop.StoppedAt(Price.FromTicks(9_700), PriceSource.Last)).Reason);
        Bid(Venue.Outside, 9_600, 500);

        Market.UpdateMark(Now, A, Price.FromTicks(9_733));

        MarketEvent order = Assert.Single(Told(EventKind.PositionLiquidated));
        Assert.Equal((100L, 9_600L), (order.Quantity.Lots, order.Price.Ticks));
        Assert.True(Market.PositionOf(bob, A).Lots.IsZero);
    }

    // Bankruptcy lies at 9.505, between steps of 0.010; the position is half of the least order.
    [Fact]
    public void A_liquidation_is_sent_at_a_price_and_of_a_size_that_the_book_takes()
    {
        AccountId alice = Leveraged();
        Bid(Venue.Outside, 9_600, 300);

        Market.UpdateMark(Now, A, Price.FromTicks(9_733));

        Assert.Empty(Told(EventKind.OrderRejected));
        Assert.Empty(Told(EventKind.PositionTakenOver));
        Assert.Equal(100, Assert.Single(Told(EventKind.PositionLiquidated)).Quantity.Lots);
        Assert.True(Market.PositionOf(alice, A).Lots.IsZero);
    }

    [Theory]
    [InlineData(Side.Buy, 9_509, 9_500)]
    [InlineData(Side.Sell, 9_501, 9_510)]
    [InlineData(Side.Buy, 12_000, 11_000)]
    [InlineData(Side.Sell, 8_000, 9_000)]
    [InlineData(Side.Buy, 9, 0)]
    public void A_limit_is_brought_to_a_step_within_the_band_and_never_past_what_is_accepted(
        Side side,
        long worst,
        long sent
    )
    {
        var fit = new OrderFit(s_books, Market.BookOf(A));
        Assert.Equal(sent, fit.LimitOf(side, Price.FromTicks(worst)).Ticks);
    }

    [Theory]
    [InlineData(15, 100, Rounding.Ceiling, 20)]
    [InlineData(15, 100, Rounding.Floor, 10)]
    [InlineData(95, 95, Rounding.Ceiling, 90)]
    [InlineData(3, 9, Rounding.Ceiling, 0)]
    [InlineData(3, 90, Rounding.Floor, 0)]
    public void A_size_is_brought_to_a_step_and_never_past_what_is_held(
        long wanted,
        long held,
        Rounding rounding,
        long sent
    )
    {
        var fit = new OrderFit(s_books, Market.BookOf(A));
        Assert.Equal(sent, fit.SizeOf(Lots(wanted), Lots(held), rounding).Lots);
    }

    // 200 lots at 10.000 with 10x take 2 USDT; at 10.500 2.1, and what they have lost to the mark besides.
    [Fact]
    public void An_amendment_to_a_worse_price_needs_its_margin()
    {
        AccountId alice = Open(MarginMode.Isolated, 2.05m, leverage: 10);
        OrderId order = Bid(alice, 10_000, 200).Order;
        Assert.NotEqual(default, order);
        Assert.Equal(Rejection.InsufficientMargin, Amend(alice, order, 10_500, 200));
        Assert.Equal(Rejection.None, Amend(alice, order, 10_010, 200));
        Assert.Equal(Rejection.None, Amend(alice, order, 10_000, 200));
        Assert.Equal(Rejection.InsufficientMargin, Amend(alice, order, 10_000, 400));
    }

    [Theory]
    [InlineData(0, 300)]
    [InlineData(long.MaxValue, 300)]
    [InlineData(10_500, 0)]
    [InlineData(10_500, -10)]
    [InlineData(10_500, long.MaxValue)]
    public void An_amendment_to_what_no_order_can_be_is_refused_by_the_book(long price, long lots)
    {
        AccountId alice = Open(MarginMode.Isolated, 20, leverage: 10);
        OrderId order = Bid(alice, 10_000, 200).Order;
        Assert.Equal(Rejection.RefusedByBook, Amend(alice, order, price, lots));
        Assert.Equal((Lots(200), Quantity.Zero), Market.OpenOrdersOf(alice, A));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    public void A_stop_enters_only_if_its_account_can_carry_it_when_it_goes_off(int stops, int entered)
    {
        // Margin for two of 200 lots, of which none reserves anything while it waits.
        AccountId alice = Open(MarginMode.Isolated, 4.5m, leverage: 10);
        Ask(Venue.Outside, 10_000, 1_000);
        for (int i = 0; i < stops; i++)
        {
            NewOrder stop = NewOrder.Market(alice.Index, Side.Buy, Lots(200));
            Assert.Equal(Rejection.None, Submit(stop.StoppedAt(Price.FromTicks(10_010), PriceSource.Mark)).Reason);
        }

        Market.UpdateMark(Now, A, Price.FromTicks(10_010));

        Assert.Equal(200 * entered, Market.PositionOf(alice, A).Lots.Lots);
        Assert.Equal(
            stops - entered,
            Told(EventKind.OrderCancelled).Count(fact => fact.Detail == (byte)CancelReason.InsufficientMargin)
        );
        Assert.Equal((Quantity.Zero, Quantity.Zero), Market.OpenOrdersOf(alice, A));
        Assert.Equal(Int128.Zero, Market.Surplus());
    }

    [Fact]
    public void A_stop_on_the_index_goes_off_when_the_index_comes()
    {
        AccountId alice = Open(MarginMode.Cross, 50, leverage: 10);
        Ask(Venue.Outside, 10_000, 200);
        NewOrder stop = NewOrder.Market(alice.Index, Side.Buy, Lots(200));
        Submit(stop.StoppedAt(Price.FromTicks(10_100), PriceSource.Index));

        Assert.Equal(Rejection.None, Market.UpdateIndex(Now, A, Price.FromTicks(10_090)));
        Assert.True(Market.PositionOf(alice, A).Lots.IsZero);
        Assert.Equal(Rejection.None, Market.UpdateIndex(Now, A, Price.FromTicks(10_100)));
        Assert.Equal(200, Market.PositionOf(alice, A).Lots.Lots);
        Assert.Equal(Rejection.PriceOutOfRange, Market.UpdateIndex(Now, A, Price.Zero));
        Assert.Equal(Rejection.UnknownInstrument, Market.UpdateIndex(Now, new InstrumentId(7), Price.FromTicks(1)));
    }

    [Fact]
    public void What_expires_in_one_book_is_gone_before_an_order_comes_to_another()
    {
        // Margin for one order of 200 lots.
        AccountId alice = Open(MarginMode.Isolated, 2.5m, leverage: 10);
        NewOrder bid = NewOrder.Limit(alice.Index, Side.Buy, Price.FromTicks(10_000), Lots(200));
        Assert.Equal(Rejection.None, Market.Submit(Now, B, bid.Until(At(100))).Reason);
        Assert.Equal(Rejection.InsufficientMargin, Market.Submit(At(99), A, bid).Reason);
        Assert.Equal(Rejection.None, Market.Submit(At(500), A, bid).Reason);
        Assert.Equal(B.Index, Assert.Single(Told(EventKind.OrderExpired)).Instrument);
    }

    [Fact]
    public void Fees_are_those_of_the_tier_and_in_an_auction_nobody_takes()
    {
        AccountId alice = Open(MarginMode.Cross, 50, leverage: 10);
        AccountId bob = Open(MarginMode.Cross, 50, leverage: 10);
        Market.SetFeeTier(bob, 1);
        Ask(bob, 10_000, 200);
        Bid(alice, 10_000, 200);
        // Of 20 USDT: 0.05 % taken by the first tier, and 0.01 % given to a maker of the second.
        Assert.Equal((Usdt(49.99m), Usdt(50.002m)), (Market.WalletOf(alice), Market.WalletOf(bob)));

        Market.SetPhase(Now, A, TradingPhase.Auction);
        Bid(bob, 10_000, 200);
        Ask(alice, 10_000, 200);
        Market.SetPhase(Now, A, TradingPhase.Continuous);
        Assert.Equal((Usdt(49.986m), Usdt(50.004m)), (Market.WalletOf(alice), Market.WalletOf(bob)));
        Assert.Equal(Int128.Zero, Market.Surplus());
    }

    // 100 lots at 10.000 with 20x, brought in from outside the book, where they would be too small an order.
    private AccountId Leveraged()
    {
        AccountId alice = Open(MarginMode.Isolated, 0.495m, leverage: 20);
        Rejection answer = Market.Adopt(
            Now,
            A,
            alice,
            Lots(100),
            Price.FromTicks(10_000),
            Usdt(0.495m),
            Leverage.FromMultiple(20)
        );
        Assert.Equal(Rejection.None, answer);
        return alice;
    }

    private Rejection Amend(AccountId owner, OrderId order, long price, long lots) =>
        Market.Amend(Now, A, owner, order, Price.FromTicks(price), Lots(lots));
}
