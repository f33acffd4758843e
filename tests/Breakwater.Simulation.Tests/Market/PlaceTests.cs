using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation.Tests;

/// <summary>How far orders go that look at what is quoted.</summary>
public sealed class PlaceTests
{
    private static readonly Timestamp s_now = TestWorld.Start + Duration.FromSeconds(1);

    [Theory]
    [InlineData(false, 1)]
    [InlineData(false, -1)]
    [InlineData(true, 1)]
    [InlineData(true, -1)]
    public void Whoever_trades_in_public_goes_no_farther_than_makers_reach(bool books, int sign)
    {
        Place place = Perpetual(books);
        double before = place.Liquidity.Middle;
        place.Trade(s_now, sign * 1e12);
        double moved = place.Liquidity.Middle - before;
        Assert.InRange(sign * moved, 0.001, DepthCurve.MakerReach + 0.001);
    }

    [Fact]
    public void What_is_too_much_for_the_quotes_stays_open()
    {
        Place place = Perpetual(books: false);
        Venue venue = place.Venue.Venue;
        AccountId account = Enumerable
            .Range(VenueInWorld.FirstTrader, place.Venue.CrowdEnd - VenueInWorld.FirstTrader)
            .Select(index => new AccountId(index))
            .MaxBy(trader => venue.PositionOf(trader, place.Id).Lots.Magnitude);
        place.Trade(s_now, -0.9e6);
        Quantity held = venue.PositionOf(account, place.Id).Lots;
        place.Close(s_now, account, held, place.QuotedBounds());
        Assert.InRange(Math.Abs(venue.PositionOf(account, place.Id).Lots.Lots), 1, held.Magnitude.Lots - 1);
        Assert.InRange(Math.Abs(place.Liquidity.Middle), 0.001, DepthCurve.MakerReach + 0.001);
    }

    [Fact]
    public void A_limit_is_rounded_to_a_tick_no_better_for_the_order()
    {
        Place place = Perpetual(books: false);
        decimal tick = place.Instrument.TickSize;
        double dollars = 100.3 * (double)tick;
        Assert.Equal(100 * tick, place.PriceAt(dollars, Side.Buy).Ticks * tick);
        Assert.Equal(101 * tick, place.PriceAt(dollars, Side.Sell).Ticks * tick);
    }

    [Fact]
    public void Bounds_lie_a_share_of_the_price_from_it()
    {
        Place place = Perpetual(books: false);
        place.Trade(s_now, -1e12);
        double ticks = place.Price / (double)place.Instrument.TickSize;
        Assert.Equal(0.95, place.BoundsAround(place.Price, 0.05).Lowest.Ticks / ticks, 4);
        Assert.Equal(1.05, place.BoundsAround(place.Price, 0.05).Highest.Ticks / ticks, 4);
    }

    private static Place Perpetual(bool books) =>
        TestMarket.MarketOf(TestMarket.Create(books: books)).Places.First(place => !place.Venue.Parameters.IsSpot);
}
