using Breakwater.Domain;
using Breakwater.Indicators;
using Breakwater.Lab.Map;
using Breakwater.Simulation;

namespace Breakwater.Lab.Tests.Map;

/// <summary>The next-generation matrix of a drawn market.</summary>
public sealed class InfectionTests
{
    private const double Within = 10;
    private static readonly WorldParameters s_world = ThinMarket.Read().World;
    private static readonly Lazy<VenueMeasure[][]> s_crowds = new(() =>
        CrowdSeries.Measure(
            s_world,
            [new Seed(1)],
            2,
            (_, venue) => VenueMeasure.Of(s_world, venue, MapConditions.Of(s_world), Within, withChanges: true),
            SilentProgress.Instance,
            CancellationToken.None
        )
    );

    [Fact]
    public void Sales_alone_in_one_coin_have_the_ratio_of_fuse_and_depth_as_their_radius()
    {
        var infection = new Infection(s_world, Within);
        double[][][] alone = [.. s_crowds.Value[0].Select(venue => Only(venue.Block.Sold))];
        CoinTerms btc = CoinTerms.Of(s_world)[0];
        double depth = btc.Calm.Makers + btc.Calm.LatentSlope * Within / 2;
        double fuse = alone.Sum(block => block[0][0]);
        Assert.True(fuse > 0);
        Assert.Equal(fuse / depth, infection.Whole(alone, BookState.Calm).SpectralRadius, 1e-9);
        Assert.Equal(fuse / depth, infection.NumbersByCoin(alone, BookState.Calm)[0], 1e-9);
    }

    [Fact]
    public void A_dollar_of_the_market_coin_sells_what_follows_it()
    {
        MarketParameters market = s_world.Market! with { Spillover = 0 };
        NextGenerationMatrix with = MatrixWith(market, out int btc, out int eth);
        NextGenerationMatrix without = MatrixWith(market with { Comovement = 0 }, out _, out _);

        // What ETH of the same venue sells because ETH falls, at BTC's depth for ETH's, by its beta.
        double expected = without[eth, eth] * DepthOf(1) / DepthOf(0) * market.Comovement * market.Coins[1].Beta;
        Assert.True(expected > 0);
        Assert.Equal(without[eth, btc] + expected, with[eth, btc], expected / 2);
        Assert.Equal(without[btc, eth], with[btc, eth]);
        Assert.Equal(without[eth, eth], with[eth, eth]);
    }

    [Fact]
    public void A_dollar_of_another_coin_reaches_the_market_coin_by_what_spills_over()
    {
        MarketParameters market = s_world.Market! with { Comovement = 0, Spillover = 1 };
        NextGenerationMatrix with = MatrixWith(market, out int btc, out int eth);
        NextGenerationMatrix without = MatrixWith(market with { Spillover = 0 }, out _, out _);
        IReadOnlyList<ListingParameters> listings = s_world.Venues[0].Listings;
        double share = listings[1].Depth / listings.Skip(1).Sum(listing => listing.Depth);
        double expected = without[btc, btc] * DepthOf(0) / DepthOf(1) * share / market.Coins[1].Beta;
        Assert.True(expected > 0);
        Assert.Equal(without[btc, eth] + expected, with[btc, eth], 1e-9 * expected);
        Assert.Equal(without[eth, btc], with[eth, btc]);
    }

    [Fact]
    public void What_venues_do_to_each_other_weighs_up_to_the_radius()
    {
        var infection = new Infection(s_world, Within);
        NextGenerationMatrix matrix = infection.Whole(Sold(), BookState.Withdrawn);
        double[][] between = infection.BetweenVenues(matrix, matrix.Right);
        int[] venues = [.. infection.Markets.Select(market => market.Venue).Distinct()];
        double sum = 0;
        for (int from = 0; from < venues.Length; from++)
        {
            double share = infection
                .Markets.Select((market, i) => market.Venue == venues[from] ? matrix.Right[i] : 0)
                .Sum();
            sum += share * between.Sum(into => into[from]);
        }

        Assert.Equal(matrix.SpectralRadius, sum, 1e-6 * matrix.SpectralRadius);
    }

    [Fact]
    public void Where_arbitrage_is_cut_no_venue_infects_another()
    {
        var infection = new Infection(s_world, Within);
        NextGenerationMatrix matrix = infection.Cut(Sold(), BookState.Withdrawn);
        double[][] between = infection.BetweenVenues(matrix, infection.OwnSales(Sold()));
        for (int into = 0; into < between.Length; into++)
        {
            Assert.All(between[into].Where((_, from) => from != into), dollars => Assert.Equal(0, dollars));
        }
    }

    [Fact]
    public void Rules_pull_R_the_way_that_they_must()
    {
        InfectionAnswer answer = new InfectionStudy(s_world, Within, s_crowds.Value).Answer();
        RuleEffect slower = answer.Rules.Single(rule => rule.Rule == "fund's selling");
        Assert.Equal(0, slower.AtOnce);
        Assert.True(slower.Sold <= 0);
        RuleEffect whole = answer.Rules.Single(rule => rule.Rule == "orders down by tiers");
        Assert.Equal(["bybit", "okx"], whole.Venues);
        Assert.True(whole.AtOnce > 0);
        RuleEffect sooner = answer.Rules.Single(rule => rule.Rule == "take-over threshold");
        Assert.Equal(["hyperliquid"], sooner.Venues);
        Assert.True(sooner.AtOnce <= 0);
        Assert.All(
            answer.Numbers,
            number => Assert.InRange(number.Sold.P50, number.AtOnce.P50 * (1 - 1e-12), double.MaxValue)
        );
    }

    // With the places of the first venue's BTC and ETH.
    private static NextGenerationMatrix MatrixWith(MarketParameters market, out int btc, out int eth)
    {
        var infection = new Infection(s_world with { Market = market }, Within);
        List<Infection.Market> markets = [.. infection.Markets];
        btc = markets.FindIndex(each => each.Coin == 0);
        eth = markets.FindIndex(each => each.Coin == 1);
        return infection.Whole(Sold(), BookState.Calm);
    }

    private static double DepthOf(int coin)
    {
        CoinTerms terms = CoinTerms.Of(s_world)[coin];
        return terms.Calm.Makers + terms.Calm.LatentSlope * Within / 2;
    }

    private static double[][][] Sold() => [.. s_crowds.Value[0].Select(venue => venue.Block.Sold)];

    // The first listing of each venue is BTC.
    private static double[][] Only(double[][] block) =>
        [.. block.Select((row, i) => row.Select((dollars, j) => i == 0 && j == 0 ? dollars : 0).ToArray())];
}
