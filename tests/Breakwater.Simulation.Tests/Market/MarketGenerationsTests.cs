using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation.Tests;

/// <summary>Forced volume of a market by generation.</summary>
public sealed class MarketGenerationsTests
{
    [Fact]
    public void Generations_add_up_to_what_ladders_sold_and_funds_unwound()
    {
        World world = TestMarket.Run(TestMarket.Create(shock: 0.08));
        for (int coin = 0; coin < 2; coin++)
        {
            double flows = Dollars(world, coin, FlowKind.Liquidated) + Dollars(world, coin, FlowKind.Unwound);
            double counted = Sum(world.Generations!.VolumesOf(coin));
            Assert.True(flows > 0);
            Assert.Equal(flows, counted, flows * 1e-9);
        }
    }

    [Fact]
    public void Forced_orders_that_move_nothing_force_nothing()
    {
        Switches without = Switches.AllOn with { Feedback = false };
        double[] volumes = TestMarket.Run(TestMarket.Create(shock: 0.08, switches: without)).Generations!.Volumes;
        Assert.True(volumes[0] > 0);
        Assert.All(volumes.Skip(1), volume => Assert.Equal(0, volume));
    }

    [Fact]
    public void Where_forced_orders_move_prices_each_generation_forces_another()
    {
        double[] volumes = TestMarket.Run(TestMarket.Create(shock: 0.08)).Generations!.Volumes;
        Assert.All(volumes.Take(4), volume => Assert.True(volume > 0));
    }

    [Fact]
    public void A_world_that_was_reset_counts_from_nothing()
    {
        WorldParameters parameters = TestMarket.Create(shock: 0.08);
        World used = TestMarket.Run(parameters with { PathSeed = new Seed(99) });
        used.Reset(parameters.PathSeed);
        used.Run(_ => { });
        Assert.Equal(TestMarket.Run(parameters).Generations!.Volumes, used.Generations!.Volumes);
    }

    private static double Dollars(World world, int listing, FlowKind kind) =>
        world.Venues.Sum(venue =>
        {
            Currency currency = venue.Parameters.Rules.Settlement;
            Money both =
                venue.Tally.Flows.Total(listing, isLong: true, kind).Notional
                + venue.Tally.Flows.Total(listing, isLong: false, kind).Notional;
            return (double)currency.ToDecimal(both);
        });

    private static double Sum(ReadOnlySpan<double> volumes)
    {
        double sum = 0;
        foreach (double volume in volumes)
        {
            sum += volume;
        }

        return sum;
    }
}
