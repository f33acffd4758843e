using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Indicators;
using Breakwater.Lab.Map;
using Breakwater.Simulation;

namespace Breakwater.Lab.Tests.Map;

/// <summary>The next-generation matrix of a drawn market.</summary>
public sealed class InfectionTests
{
    private const double Within = 10;
    private static readonly WorldParameters s_world = ThinMarket.Read().World;
    private static readonly Duration s_horizon = MapConditions.Of(s_world).Horizon;
    private static readonly Lazy<VenueMeasure[][]> s_crowds = new(() =>
        CrowdSeries.Measure(
            s_world,
            [new Seed(1)],
            2,
            (_, venue) => VenueMeasure.Of(s_world, venue, MapConditions.Of(s_world), Within),
            SilentProgress.Instance,
            CancellationToken.None
        )
    );

    [Fact]
    public void Sales_alone_in_one_coin_have_the_ratio_of_fuse_and_depth_as_their_radius()
    {
        var infection = new Infection(s_world, Within, s_horizon);
        double[][][] alone = [.. s_crowds.Value[0].Select(venue => Only(venue.Block.Sold))];
        CoinTerms btc = CoinTerms.Of(s_world)[0];
        double depth = btc.Calm.Makers + btc.Calm.LatentSlope * Within / 2;
        double fuse = alone.Sum(block => block[0][0]);
        Assert.True(fuse > 0);
        Assert.Equal(fuse / depth, infection.Of(alone, BookState.Calm, ArbitrageReach.Whole).SpectralRadius, 1e-9);
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
        ListingParameters[] listings = [.. s_world.Venues.SelectMany(venue => venue.Listings)];
        double share =
            listings.Where(each => each.Coin == 1).Sum(each => each.Depth)
            / listings.Where(each => each.Coin != 0).Sum(each => each.Depth);
        double expected = without[btc, btc] * DepthOf(0) / DepthOf(1) * share / market.Coins[1].Beta;
        Assert.True(expected > 0);
        Assert.Equal(without[btc, eth] + expected, with[btc, eth], 1e-9 * expected);
        Assert.Equal(without[eth, btc], with[eth, btc]);
    }

    [Fact]
    public void What_venues_do_to_each_other_weighs_up_to_the_radius()
    {
        var infection = new Infection(s_world, Within, s_horizon);
        NextGenerationMatrix matrix = infection.Of(Sold(), BookState.Withdrawn, ArbitrageReach.Limited);
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
    public void Where_arbitrage_is_cut_venues_infect_each_other_through_coins_traded_together_alone()
    {
        double[][] between = CutWith(s_world.Market!);
        double[][] apart = CutWith(s_world.Market! with { Comovement = 0, Spillover = 0 });
        for (int into = 0; into < between.Length; into++)
        {
            Assert.True(between[into][into] > 0);
            Assert.All(between[into].Where((_, from) => from != into), dollars => Assert.True(dollars > 0));
            Assert.All(apart[into].Where((_, from) => from != into), dollars => Assert.Equal(0, dollars));
        }
    }

    [Fact]
    public void Where_arbitrage_is_cut_a_dollar_does_more_at_home_than_its_share_of_the_market()
    {
        var infection = new Infection(s_world, Within, s_horizon);
        IReadOnlyList<double> mix = infection.OwnSales(Sold());
        double[][] whole = infection.BetweenVenues(
            infection.Of(Sold(), BookState.Withdrawn, ArbitrageReach.Whole),
            mix
        );
        double[][] cut = CutWith(s_world.Market!);
        for (int venue = 0; venue < whole.Length; venue++)
        {
            Assert.True(cut[venue][venue] > 1.5 * whole[venue][venue]);
        }
    }

    [Fact]
    public void What_is_modelled_lies_between_whole_and_cut()
    {
        // A step in which half of a gap closes is all the time there is; marks show their own price.
        MarketParameters market = s_world.Market!;
        WorldParameters slow = s_world with
        {
            Venues =
            [
                .. s_world.Venues.Select(venue => venue with { Mark = venue.Mark with { Form = MarkForm.LastTrade } }),
            ],
            Market = market with
            {
                Arbitrage = market.Arbitrage with
                {
                    Speed = 0.5,
                    Cost = 0,
                    Latency = Duration.Zero,
                    CapitalOverDepth = 1e6,
                    Capacity = 1e6,
                },
            },
        };
        var infection = new Infection(slow, Within, market.Step);
        NextGenerationMatrix modelled = infection.Of(Sold(), BookState.Withdrawn, ArbitrageReach.Limited);
        NextGenerationMatrix whole = infection.Of(Sold(), BookState.Withdrawn, ArbitrageReach.Whole);
        NextGenerationMatrix cut = infection.Of(Sold(), BookState.Withdrawn, ArbitrageReach.Cut);
        double largest = 0;
        for (int into = 0; into < whole.Size; into++)
        {
            for (int from = 0; from < whole.Size; from++)
            {
                double expected = (whole[into, from] + cut[into, from]) / 2;
                Assert.Equal(expected, modelled[into, from], 1e-9 * expected);
                largest = Math.Max(largest, Math.Abs(whole[into, from] - cut[into, from]));
            }
        }

        Assert.True(largest > 0.1);
    }

    [Fact]
    public void Causes_are_the_dollars_of_each_venue_at_what_a_dollar_of_it_does()
    {
        var infection = new Infection(s_world, Within, s_horizon);
        NextGenerationMatrix matrix = infection.Of(Sold(), BookState.Withdrawn, ArbitrageReach.Limited);
        IReadOnlyList<double> mix = infection.OwnSales(Sold());
        double[][] between = infection.BetweenVenues(matrix, mix);
        double[][] causes = infection.CausesBetweenVenues(matrix, mix);
        double[] dollars =
        [
            .. infection.Venues.Select(venue => mix.Where((_, i) => infection.Markets[i].Venue == venue).Sum()),
        ];
        for (int into = 0; into < causes.Length; into++)
        {
            double forced = between[into].Zip(dollars, (one, sold) => one * sold).Sum();
            Assert.Equal(1, causes[into].Sum(), 1e-12);
            Assert.All(
                causes[into],
                (share, from) => Assert.Equal(between[into][from] * dollars[from] / forced, share, 1e-12)
            );
        }
    }

    // With the places of the first venue's BTC and ETH.
    private static NextGenerationMatrix MatrixWith(MarketParameters market, out int btc, out int eth)
    {
        var infection = new Infection(s_world with { Market = market }, Within, s_horizon);
        List<Infection.Market> markets = [.. infection.Markets];
        btc = markets.FindIndex(each => each.Coin == 0);
        eth = markets.FindIndex(each => each.Coin == 1);
        return infection.Of(Sold(), BookState.Calm, ArbitrageReach.Whole);
    }

    private static double[][] CutWith(MarketParameters market)
    {
        var infection = new Infection(s_world with { Market = market }, Within, s_horizon);
        NextGenerationMatrix matrix = infection.Of(Sold(), BookState.Withdrawn, ArbitrageReach.Cut);
        return infection.BetweenVenues(matrix, infection.OwnSales(Sold()));
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
