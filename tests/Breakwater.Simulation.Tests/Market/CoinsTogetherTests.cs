using Breakwater.Domain;

namespace Breakwater.Simulation.Tests;

/// <summary>What people take for a coin's move.</summary>
public sealed class CoinsTogetherTests
{
    private static readonly Timestamp s_now = TestWorld.Start + Duration.FromSeconds(1);

    [Fact]
    public void What_is_bought_at_one_venue_and_sold_at_another_is_no_news()
    {
        (Market market, Place[] leaders, Place follower) = Following();
        const double Dollars = 50_000;
        leaders[0].Trade(s_now, Dollars);
        leaders[1].Trade(s_now, -Dollars);
        double arbitrage = Followed(market, follower);
        Assert.True(leaders[0].LastReturn > 1e-4 && leaders[1].LastReturn < -1e-4);

        (market, leaders, follower) = Following();
        leaders[0].Trade(s_now, Dollars);
        leaders[1].Trade(s_now, Dollars);
        double news = Followed(market, follower);
        Assert.True(Math.Abs(arbitrage) < news / 50, FormattableString.Invariant($"{arbitrage} of {news}"));
    }

    [Fact]
    public void A_move_counts_by_what_is_quoted_where_it_happened()
    {
        (Market market, Place[] leaders, Place follower) = Following();
        leaders[0].Trade(s_now, 50_000);
        double followed = Followed(market, follower);
        double share = leaders[0].QuotedDensity / leaders.Sum(place => place.QuotedDensity);
        double meant = share * leaders[0].LastReturn * market.Parameters.Coins[1].Beta;
        Assert.Equal(meant * follower.Liquidity.QuotedAgainst(Side.Buy), followed, 1e-6 * followed);
    }

    private static double Followed(Market market, Place follower)
    {
        foreach (Place place in market.Places)
        {
            place.Remember(weight: 0.1);
        }

        var together = new CoinsTogether(market);
        together.Look();
        return together.DollarsAt(follower);
    }

    private static (Market Market, Place[] Leaders, Place Follower) Following()
    {
        WorldParameters parameters = TestMarket.Create();
        Market market = TestMarket.MarketOf(parameters with { Market = parameters.Market! with { Comovement = 1 } });
        return (market, [.. market.PlacesOf(0)], market.PlacesOf(1).First());
    }
}
