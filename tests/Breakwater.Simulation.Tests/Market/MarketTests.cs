using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation.Tests;

/// <summary>A market that answers back: what holds on every path, and what each switch takes away.</summary>
public sealed class MarketTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_money_and_no_contract_leaks(bool books)
    {
        World world = TestMarket.Run(TestMarket.Create(shock: 0.08, books: books));
        Assert.True(TestMarket.Forced(world) > 0);
        foreach (VenueInWorld venue in world.Venues)
        {
            Assert.Equal(0, venue.Venue.Surplus());
            Assert.Equal(Quantity.Zero, venue.Venue.Imbalance(new InstrumentId(0)));
            Assert.Equal(Quantity.Zero, venue.Venue.Imbalance(new InstrumentId(1)));
        }
    }

    // What a market reckons in doubles decides its log: a machine that rounds differently writes another one.
    [Theory]
    [InlineData(false, "d9a6eca54fc93ff211743d609352fd53")]
    [InlineData(true, "9f38d8422a002ca6d1810ebfdf61fa28")]
    public void The_same_seeds_write_the_same_log_on_every_machine(bool books, string golden)
    {
        WorldParameters parameters = TestMarket.Create(books: books);
        World world = TestMarket.Run(parameters);
        Assert.Equal(golden, world.Venues[0].Hash.Digest());
        Assert.Equal(TestMarket.Digest(world), TestMarket.Digest(TestMarket.Run(parameters)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_world_that_was_reset_runs_as_a_new_one_would(bool books)
    {
        WorldParameters parameters = TestMarket.Create(books: books);
        World used = TestMarket.Run(parameters with { PathSeed = new Seed(99) });
        used.Reset(parameters.PathSeed);
        used.Run(_ => { });
        World fresh = TestMarket.Run(parameters);
        Assert.Equal(TestMarket.Digest(fresh), TestMarket.Digest(used));
        Assert.Equal(fresh.Series!.Count, used.Series!.Count);
        Assert.Equal(TestMarket.Fall(fresh, 0), TestMarket.Fall(used, 0));
        Assert.Equal(fresh.Venues[0].Tally.Accounts.Weight, used.Venues[0].Tally.Accounts.Weight);
    }

    [Fact]
    public void Another_path_meets_the_same_crowd_with_other_luck()
    {
        WorldParameters parameters = TestMarket.Create();
        World one = TestMarket.Open(parameters);
        World other = TestMarket.Open(parameters with { PathSeed = new Seed(6) });
        Assert.Equal(TestMarket.Digest(one), TestMarket.Digest(other));
        one.Run(_ => { });
        other.Run(_ => { });
        Assert.NotEqual(TestMarket.Digest(one), TestMarket.Digest(other));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_calm_market_stays_near_its_price(bool books)
    {
        World world = TestMarket.Run(TestMarket.Create(shock: 1e-9, books: books));
        Assert.InRange(TestMarket.Fall(world, 0), 0, 0.01);
        decimal openInterest = 180_000_000;
        Assert.InRange(TestMarket.Forced(world), 0, openInterest / 200);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Coins_follow_the_market_coin_so_far_as_people_trade_them_together(bool books)
    {
        double together = CorrelationOfCoins(comovement: 1, spillover: 0, books);
        double alone = CorrelationOfCoins(comovement: 0, spillover: 0, books);
        Assert.InRange(alone, -0.3, 0.3);

        // Its volatility is 1.2e-4, of which a beta of 1.2 times 1e-4 is the market coin's: all of it.
        Assert.True(together > 0.5, FormattableString.Invariant($"{together} together, {alone} alone"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_market_coin_follows_what_others_do_of_their_own_and_no_echo_grows(bool books)
    {
        double one = CorrelationOfCoins(comovement: 0, spillover: 1, books);
        Assert.True(one > 0.4, FormattableString.Invariant($"{one}"));

        // Both ways at once: each still moves by about its own volatility.
        WorldParameters both = Calm(comovement: 1, spillover: 1, books);
        double[] returns = Returns(TestMarket.Run(both).Series![SeriesKind.Middle, 0, 0], 4);
        double deviation = Math.Sqrt(returns.Average(change => change * change) / 4);
        Assert.InRange(deviation / both.Market!.Coins[0].Volatility, 0.5, 3);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_shock_falls_farther_where_liquidations_sell(bool books)
    {
        double with = TestMarket.Fall(TestMarket.Run(TestMarket.Create(books: books)), 0);
        WorldParameters off = TestMarket.Create(switches: Off(liquidations: true), books: books);
        double without = TestMarket.Fall(TestMarket.Run(off), 0);
        Assert.True(with > without + 0.005, FormattableString.Invariant($"{with} against {without}"));
    }

    [Fact]
    public void Without_liquidations_nobody_is_forced_out()
    {
        World world = TestMarket.Run(TestMarket.Create(shock: 0.08, switches: Off(liquidations: true)));
        Assert.Equal(0, TestMarket.Forced(world));
    }

    [Fact]
    public void A_shock_falls_less_far_where_forced_orders_move_nothing()
    {
        double with = TestMarket.Fall(TestMarket.Run(TestMarket.Create()), 0);
        double without = TestMarket.Fall(TestMarket.Run(TestMarket.Create(switches: Off(feedback: true))), 0);
        Assert.True(with > without, FormattableString.Invariant($"{with} against {without}"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Quotes_vanish_in_the_fall_and_stay_where_makers_are_steady(bool books)
    {
        WorldParameters steady = TestMarket.Create(switches: Off(withdrawal: true), books: books);
        Assert.InRange(LeastDepth(TestMarket.Run(TestMarket.Create(books: books))), 0, 0.3);
        Assert.InRange(LeastDepth(TestMarket.Run(steady)), 0.3, 1);
    }

    [Fact]
    public void Spared_makers_are_not_deleveraged()
    {
        WorldParameters parameters = TestMarket.Create(
            shock: 0.12,
            switches: Off(makersDeleveraged: true),
            carry: 0.9,
            DeleveragingTrigger.NegativeEquity
        );
        World spared = TestMarket.Run(parameters);
        World queued = TestMarket.Run(
            parameters with
            {
                Market = parameters.Market! with { Switches = Switches.AllOn },
            }
        );
        Assert.True(CarryLeft(spared) > CarryLeft(queued));
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.15)]
    [InlineData(0.25)]
    public void Following_does_not_run_away_where_makers_stay(double shock)
    {
        WorldParameters apart = TestMarket.Create(shock, Off(withdrawal: true));
        WorldParameters together = apart with { Market = apart.Market! with { Comovement = 1, Spillover = 1 } };
        double alone = TestMarket.Fall(TestMarket.Run(apart), 0);
        double followed = TestMarket.Fall(TestMarket.Run(together), 0);
        Assert.True(followed < 2 * alone, FormattableString.Invariant($"{followed} together, {alone} apart"));
    }

    private static Switches Off(
        bool liquidations = false,
        bool feedback = false,
        bool withdrawal = false,
        bool makersDeleveraged = false
    ) => new(!liquidations, !feedback, !withdrawal, !makersDeleveraged);

    // The smallest share of the depth at the start that was quoted around the middle.
    private static double LeastDepth(World world)
    {
        ReadOnlySpan<double> bids = world.Series![SeriesKind.BidDepth, 0, 0];
        ReadOnlySpan<double> asks = world.Series[SeriesKind.AskDepth, 0, 0];
        double least = double.MaxValue;
        for (int i = 0; i < bids.Length; i++)
        {
            least = Math.Min(least, (bids[i] + asks[i]) / (bids[0] + asks[0]));
        }

        return least;
    }

    // Lots that firms still hold short at the end.
    private static long CarryLeft(World world)
    {
        VenueInWorld venue = world.Venues[0];
        long lots = 0;
        for (int account = venue.CrowdEnd; account < venue.Venue.AccountCount; account++)
        {
            Quantity held = venue.Venue.PositionOf(new AccountId(account), new InstrumentId(0)).Lots;
            lots += Math.Max(-held.Lots, 0);
        }

        return lots;
    }

    // Of four-second returns in a calm market, of all venues together, as people follow them: followers are a second late.
    private static double CorrelationOfCoins(double comovement, double spillover, bool books)
    {
        const int Seconds = 4;
        MarketSeries series = TestMarket.Run(Calm(comovement, spillover, books)).Series!;
        double[] leader = ReturnsOf(series, coin: 0, Seconds);
        double[] other = ReturnsOf(series, coin: 1, Seconds);
        double both = leader.Zip(other, (a, b) => a * b).Sum();
        return both / Math.Sqrt(leader.Sum(a => a * a) * other.Sum(b => b * b));
    }

    private static double[] ReturnsOf(MarketSeries series, int coin, int steps)
    {
        double[] perpetual = Returns(series[SeriesKind.Middle, 0, coin], steps);
        double[] spot = Returns(series[SeriesKind.Middle, 1, coin], steps);
        return [.. perpetual.Zip(spot, (one, other) => (one + other) / 2)];
    }

    private static WorldParameters Calm(double comovement, double spillover, bool books)
    {
        WorldParameters parameters = TestMarket.Create(shock: 1e-9, books: books);
        return parameters with { Market = parameters.Market! with { Comovement = comovement, Spillover = spillover } };
    }

    private static double[] Returns(ReadOnlySpan<double> prices, int steps)
    {
        var returns = new double[(prices.Length - 1) / steps];
        for (int i = 0; i < returns.Length; i++)
        {
            returns[i] = Math.Log(prices[(i + 1) * steps] / prices[i * steps]);
        }

        return returns;
    }
}
