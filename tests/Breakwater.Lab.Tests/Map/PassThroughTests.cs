using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Lab.Map;
using Breakwater.Simulation;

namespace Breakwater.Lab.Tests.Map;

/// <summary>How much of a move arbitrage carries on, each limit alone.</summary>
public sealed class PassThroughTests
{
    private const double Within = 10;
    private static readonly WorldParameters s_world = ThinMarket.Read().World;

    // Nothing limits it.
    private static readonly ArbitrageParameters s_free = s_world.Market!.Arbitrage with
    {
        Cost = 0,
        Speed = 1,
        Capacity = 1,
        CapitalOverDepth = 1e6,
        Latency = Duration.Zero,
    };

    [Fact]
    public void Nothing_in_its_way_it_carries_all() => Assert.Equal(new Passage(1, 0), Of(s_free, steps: 60));

    [Fact]
    public void Each_round_closes_its_share_of_what_is_left()
    {
        ArbitrageParameters half = s_free with { Speed = 0.5 };
        Assert.Equal(0.5, Of(half, steps: 1).Shared, 1e-12);
        Assert.Equal(0.875, Of(half, steps: 3).Shared, 1e-12);

        // Half a step late, it has half a round less.
        Duration late = Duration.FromNanoseconds(s_world.Market!.Step.Nanoseconds / 2);
        Assert.Equal(1 - Math.Sqrt(0.5), Of(half with { Latency = late }, steps: 1).Shared, 1e-12);
    }

    [Fact]
    public void What_it_costs_stays_open_on_both_sides() =>
        Assert.Equal(1 - 2 * 0.5 / Within, Of(s_free with { Cost = 0.005 }, steps: 60).Shared, 1e-12);

    [Fact]
    public void Its_margin_and_its_capacity_carry_so_much_and_no_more()
    {
        ListingParameters own = s_world.Venues[0].Listings[0];
        double all = s_world
            .Venues.SelectMany(venue => venue.Listings)
            .Where(each => each.Coin == 0)
            .Sum(each => each.Depth);
        double sales = 1e9;
        double asked = sales * Within * (1 - own.Depth / all);
        ArbitrageParameters poor = s_free with { CapitalOverDepth = 1, Leverage = Leverage.FromMultiple(5) };
        Assert.Equal(5 * own.Depth / asked, Of(poor, steps: 1000, sales).Shared, 1e-12);
        Assert.Equal(0.1 * all * 4 / asked, Of(s_free with { Capacity = 0.1 }, steps: 4, sales).Shared, 1e-12);
        Assert.Equal(1, Of(poor, steps: 1000, sales: 1).Shared);
    }

    [Theory]
    [InlineData(MarkForm.MedianOfThree, 0.25)]
    [InlineData(MarkForm.IndexWithBasis, 0.25)]
    [InlineData(MarkForm.Oracle, 0)]
    [InlineData(MarkForm.LastTrade, 1)]
    public void Of_the_rest_a_mark_shows_what_its_basis_has_taken_in(MarkForm form, double shown)
    {
        // Half of the move stays at home, and the basis has had a quarter of its window.
        Duration horizon = s_world.Market!.Step;
        var mark = new MarkMethod(form, horizon * 4, horizon, IsExponential: false, 0);
        Passage passage = Of(s_free with { Speed = 0.5 }, steps: 1, sales: 1, mark);
        Assert.Equal(0.5, passage.Shared, 1e-12);
        Assert.Equal(0.5 * shown, passage.Own, 1e-12);
    }

    private static Passage Of(ArbitrageParameters arbitrage, int steps, double sales = 1, MarkMethod? mark = null)
    {
        MarketParameters market = s_world.Market!;
        WorldParameters world = s_world with
        {
            Venues = [s_world.Venues[0] with { Mark = mark ?? s_world.Venues[0].Mark }, .. s_world.Venues.Skip(1)],
            Market = market with { Arbitrage = arbitrage },
        };
        return new PassThrough(world, Within, market.Step * steps).Of(venue: 0, listing: 0, sales);
    }
}
