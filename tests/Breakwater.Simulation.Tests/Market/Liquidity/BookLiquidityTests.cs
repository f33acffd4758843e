using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Matching;

namespace Breakwater.Simulation.Tests;

/// <summary>A listing with a book: what rests there, what an order does to it, and what makers do about that.</summary>
public sealed class BookLiquidityTests
{
    private const double Spread = 0.0002;
    private static readonly MakerQuote s_calm = new(500_000, 500_000);
    private static readonly InstrumentId s_bitcoin = new(0);

    private readonly World _world;
    private readonly BookLiquidity _book;
    private readonly OrderBook _orders;
    private Timestamp _now = TestWorld.Start;

    public BookLiquidityTests()
    {
        _world = TestMarket.Open(TestMarket.Create(books: true));
        _book = (BookLiquidity)_world.Venues[0].Liquidity[0];
        _orders = _world.Venues[0].Venue.BookOf(s_bitcoin);
        Quote(s_calm);
    }

    [Fact]
    public void Three_makers_rest_what_they_quote()
    {
        Assert.InRange(DepthOfBids(0.01), 1.45e6, 1.5e6);
        Assert.InRange(_book.QuotedAgainst(Side.Sell), 1.4e8, 1.5e8);
        Assert.InRange(_book.Spread, Spread * 0.8, Spread * 1.2);
        Assert.Equal(3 * 2 * 9, _orders.OpenOrders);
    }

    [Fact]
    public void Makers_who_withdraw_leave_an_empty_book()
    {
        Quote(default);
        Assert.Equal(0, _orders.OpenOrders);
        Assert.Equal(0, _book.QuotedAgainst(Side.Buy));
    }

    [Fact]
    public void An_order_reaches_as_far_as_on_the_curve_once_makers_have_seen_it()
    {
        SellDollars(300_000);
        double toCome = _book.MiddleToCome;
        Assert.InRange(_book.Middle, toCome, 0);
        Step();
        _book.QuoteAfterTrades(_now);
        // 300,000 of 1.5 million within 1 % of the best price.
        Assert.InRange(toCome, -0.0022, -0.0018);
        Assert.InRange(_book.Middle, toCome - 0.0001, toCome + 0.0001);
    }

    [Fact]
    public void Until_makers_have_seen_a_sale_a_buyer_finds_their_old_asks()
    {
        Price ask = _orders.Best(Side.Sell).Price;
        SellDollars(300_000);
        Assert.Equal(ask, _orders.Best(Side.Sell).Price);
        Step();
        _book.QuoteAfterTrades(_now);
        Assert.True(_orders.Best(Side.Sell).Price < ask);
    }

    [Fact]
    public void What_was_taken_is_put_back_within_seconds()
    {
        double before = _book.QuotedAgainst(Side.Sell);
        SellDollars(500_000);
        Quote(s_calm);
        double after = _book.QuotedAgainst(Side.Sell);
        for (int second = 0; second < 20; second++)
        {
            Step(10);
            Quote(s_calm);
        }

        Assert.InRange(after, 0.7 * before, 0.9 * before);
        Assert.InRange(_book.QuotedAgainst(Side.Sell), 0.93 * before, 1.05 * before);
    }

    [Fact]
    public void Makers_own_what_their_quotes_traded()
    {
        _book.CollectFills(_now);
        long[] held = [.. HeldByFirms()];
        SellDollars(400_000);
        long[] fills = [.. _book.CollectFills(_now)];
        Assert.True(fills.Sum() > 0);
        Assert.Equal(fills, HeldByFirms().Zip(held, (now, before) => now - before));
        Assert.All(_book.CollectFills(_now).ToArray(), lots => Assert.Equal(0, lots));
    }

    [Fact]
    public void The_public_shows_itself_where_the_coin_is_worth_its_price()
    {
        _book.AdvanceTo(_now);
        Assert.InRange(_orders.OpenOrders, 3 * 2 * 9 + 80, 3 * 2 * 9 + 100);
        // 1.2 billion dollars a squared unit, from the middle to 5 %: half of 1.2e9 x 0.05^2.
        double makers = 3 * 500_000 * 2;
        Assert.InRange(DepthOfBids(0.055), makers, makers + 1.2e9 * 0.0025 / 2 * 1.1);
    }

    [Fact]
    public void A_price_that_was_swept_fills_again_within_the_time_of_revelation()
    {
        Quote(default);
        _book.AdvanceTo(_now);
        double before = DepthOfBids(0.01);
        SellDollars(before * 10);
        _book.AdvanceTo(_now);
        Assert.True(_book.Middle < -0.005);
        for (int second = 0; second < 60; second++)
        {
            Step(10);
            _book.AdvanceTo(_now);
        }

        Assert.True(_book.LatentFlow(Duration.FromSeconds(1)) > 0);
        Assert.Equal(0, _world.Venues[0].Venue.Surplus());
    }

    private IEnumerable<long> HeldByFirms()
    {
        Venue venue = _world.Venues[0].Venue;
        // Of each firm the accounts follow each other, one for each listing.
        int first = _world.Venues[0].CrowdEnd;
        int listings = _world.Venues[0].Parameters.Listings.Count;
        return Enumerable
            .Range(0, 3)
            .Select(i => venue.PositionOf(new AccountId(first + i * listings), s_bitcoin).Lots.Lots);
    }

    private double DepthOfBids(double distance)
    {
        double dollars = 0;
        _book.DepthsWithin(Side.Sell, [distance], new Span<double>(ref dollars));
        return dollars;
    }

    private void Quote(MakerQuote each) => _book.Quote(_now, [each, each, each], Spread);

    private void SellDollars(double dollars)
    {
        Instrument instrument = _world.Venues[0].Parameters.Rules.Instruments[0].Instrument;
        _book.Trade(_now, Side.Sell, dollars / (_book.Price * (double)instrument.LotSize), worst: -1);
    }

    private void Step(int tenths = 1) => _now += Duration.FromMilliseconds(100) * tenths;
}
