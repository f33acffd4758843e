using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation.Tests;

/// <summary>People who open positions because the price has moved.</summary>
public sealed class NewcomersTests
{
    private static readonly NewcomerParameters s_many = new(
        Accounts: 50,
        Share: 0.1,
        ChasingShare: 0.5,
        Distance: 0.02,
        DistanceSigma: 0.3,
        Duration.FromSeconds(5),
        MedianLeverage: 10,
        LeverageSigma: 0.5
    );

    [Fact]
    public void Who_chases_a_fall_is_short_and_who_meets_it_is_long()
    {
        Assert.All(HeldAfterFall(s_many with { ChasingShare = 1 }), held => Assert.True(held < 0));
        Assert.All(HeldAfterFall(s_many with { ChasingShare = 0 }), held => Assert.True(held > 0));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Each_brings_what_his_leverage_asks_for(bool books)
    {
        World world = TestMarket.Run(With(s_many, TestMarket.Create(switches: NoLiquidations, books: books)));
        Venue venue = world.Venues[0].Venue;
        int opened = 0;
        for (int index = FirstNewcomer(world); index < venue.AccountCount; index++)
        {
            for (int coin = 0; coin < 2; coin++)
            {
                PositionView position = venue.PositionOf(new AccountId(index), new InstrumentId(coin));
                Money margin = venue.WalletOf(new AccountId(index));
                opened += position.Lots.IsZero ? 0 : 1;
                Assert.True(position.Lots.IsZero || margin.IsPositive, $"account {index} holds a position on nothing");
            }
        }

        Assert.True(opened > 50, $"{opened} came");
        Assert.Equal(0, venue.Surplus());
    }

    [Fact]
    public void Nobody_comes_where_the_price_stays()
    {
        World world = TestMarket.Run(With(s_many with { Distance = 5, DistanceSigma = 0 }, TestMarket.Create()));
        Venue venue = world.Venues[0].Venue;
        Assert.All(
            Enumerable.Range(FirstNewcomer(world), venue.AccountCount - FirstNewcomer(world)),
            index => Assert.Equal(Money.Zero, venue.WalletOf(new AccountId(index)))
        );
    }

    [Fact]
    public void A_world_that_was_used_runs_as_a_fresh_one()
    {
        WorldParameters parameters = With(s_many, TestMarket.Create());
        World used = TestMarket.Run(parameters with { PathSeed = new Seed(6) });
        used.Reset(parameters.PathSeed);
        used.Run(_ => { });
        Assert.Equal(TestMarket.Digest(TestMarket.Run(parameters)), TestMarket.Digest(used));
    }

    [Fact]
    public void What_they_take_is_bounded_by_what_makers_quote()
    {
        WorldParameters alone = TestMarket.Create(switches: NoLiquidations);
        double without = TestMarket.Fall(TestMarket.Run(alone), 0);
        double with = TestMarket.Fall(TestMarket.Run(With(s_many with { ChasingShare = 1 }, alone)), 0);
        Assert.True(with > without, $"-{with:P2} with people who chase, -{without:P2} without");
    }

    private static Switches NoLiquidations => Switches.AllOn with { Liquidations = false };

    private static WorldParameters With(NewcomerParameters newcomers, WorldParameters world) =>
        world with
        {
            Market = world.Market! with { Newcomers = newcomers },
        };

    // They come in last.
    private static int FirstNewcomer(World world) => world.Venues[0].Venue.AccountCount - 2 * s_many.Accounts;

    private static List<long> HeldAfterFall(NewcomerParameters newcomers)
    {
        World world = TestMarket.Run(With(newcomers, TestMarket.Create(switches: NoLiquidations)));
        Venue venue = world.Venues[0].Venue;
        List<long> held =
        [
            .. Enumerable
                .Range(FirstNewcomer(world), 2 * newcomers.Accounts)
                .SelectMany(index =>
                    Enumerable
                        .Range(0, 2)
                        .Select(coin => venue.PositionOf(new AccountId(index), new InstrumentId(coin)).Lots.Lots)
                )
                .Where(lots => lots != 0),
        ];
        Assert.NotEmpty(held);
        return held;
    }
}
