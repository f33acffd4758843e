using Breakwater.Domain;

namespace Breakwater.Simulation.Tests;

/// <summary>When an oracle speaks, and of which moment.</summary>
public sealed class PriceOracleTests
{
    private const long Start = 400_000_000_000;

    private readonly Market _market = TestMarket.MarketOf(TestMarket.Create());

    private Place Ether => _market.Places.Single(place => place.Venue.Parameters.IsSpot && place.Listing.Coin == 1);

    [Fact]
    public void It_is_silent_until_the_price_has_moved_by_its_deviation_or_its_heartbeat_is_due()
    {
        PriceOracle oracle = OracleOf(deviation: Rate.FromFraction(1, 100), delay: Duration.Zero);
        Assert.Null(oracle.Look(At(10)));
        Move(-0.009);
        Assert.Null(oracle.Look(At(20)));
        Move(-0.002);
        Assert.Equal(Spot(), oracle.Look(At(30)));
        Assert.Null(oracle.Look(At(40)));
        Assert.Null(oracle.Look(At(629)));
        Assert.Equal(Spot(), oracle.Look(At(630)));
    }

    [Fact]
    public void Without_a_deviation_it_waits_for_its_heartbeat()
    {
        PriceOracle oracle = OracleOf(deviation: null, delay: Duration.Zero);
        Move(-0.02);
        Assert.Null(oracle.Look(At(599)));
        Assert.Equal(Spot(), oracle.Look(At(600)));
    }

    [Fact]
    public void With_a_delay_it_says_what_was_seen_so_long_before()
    {
        PriceOracle oracle = OracleOf(deviation: Rate.FromFraction(1, 100), delay: Duration.FromSeconds(60));
        Assert.Null(oracle.Look(At(10)));
        Move(-0.02);
        Price fallen = Spot();
        Assert.Null(oracle.Look(At(20)));
        Move(-0.03);
        Assert.Null(oracle.Look(At(79)));
        Assert.Equal(fallen, oracle.Look(At(80)));
    }

    private PriceOracle OracleOf(Rate? deviation, Duration delay)
    {
        var oracle = new PriceOracle(Ether, new OracleRule(Duration.FromMinutes(10), deviation, delay));
        oracle.Reset(_market.Start, Start);
        return oracle;
    }

    // People sell until the middle is so much lower than at the start, in logarithms.
    private void Move(double change)
    {
        double target = Ether.Liquidity.Middle + change;
        Ether.Liquidity.Trade(_market.Start, Side.Sell, 1e12, target - Ether.Liquidity.Spread / 2);
        Assert.Equal(target, Ether.Liquidity.Middle, 6);
    }

    private Price Spot() => Price.FromTicks((long)Math.Round(Ether.Price * 1e8));

    private Timestamp At(long seconds) => _market.Start + Duration.FromSeconds(seconds);
}
