using Breakwater.Indicators;

namespace Breakwater.Simulation.Tests;

/// <summary>In markets simple enough to be solved, the map, the generations of a run and the price at which it stops agree.</summary>
public sealed class CascadeTests
{
    private const double Million = 1e6;
    private static readonly FillConditions s_calm = new(Slippage: 0, MarkStep: 0);

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.8)]
    public void With_constant_fuse_and_depth_R_is_their_ratio_and_amplifies_by_one_over_one_less_it(double number)
    {
        const double Depth = 100 * Million;
        const double Shock = 2;
        double account = number * Depth / CascadeMarket.AccountsPerPercent;
        var market = new CascadeMarket(
            [.. Enumerable.Repeat(number * Depth, 20)],
            new MarketDepth(Depth, LatentSlope: 0),
            CascadeMarket.EverythingIsSold
        );
        CascadeProfile map = market.Map(20, s_calm);
        market.Shock(Shock);

        AssertWithin(0.02, number, map.Numbers.ToArray().Average());
        int[] large = [.. Enumerable.Range(2, 8).Where(n => market.Tally.Volumes[n - 1] > 150 * account)];
        Assert.True(large.Length > 0, "too few generations to show anything");
        Assert.All(large, generation => AssertWithin(0.02, number, market.Tally.Ratio(generation)));
        AssertWithin(0.02, Shock / (1 - number), market.Fall);
        AssertWithin(0.02, market.Fall, map.Landing(Shock)!.Value);
        AssertWithin(0.001, market.Tally.Volumes.Sum(), (market.Fall - Shock) * Depth);
    }

    [Theory]
    [InlineData(1.0, 2)]
    [InlineData(1.4, 2.8)]
    [InlineData(1.6, 10.125)]
    [InlineData(3.0, 11.875)]
    public void Over_a_cliff_the_price_jumps_to_where_the_integral_says(double shock, double landing)
    {
        // R is 0.5 down to 3 %, 3 from there to 5 %, 0.2 below: the integral of (1 − R) peaks at 1.5 and is back there at 10 %.
        const double Depth = 100 * Million;
        double[] fuse =
        [
            .. Enumerable.Repeat(0.5 * Depth, 3),
            .. Enumerable.Repeat(3 * Depth, 2),
            .. Enumerable.Repeat(0.2 * Depth, 20),
        ];
        var market = new CascadeMarket(fuse, new MarketDepth(Depth, LatentSlope: 0), CascadeMarket.EverythingIsSold);
        CascadeProfile map = market.Map(25, s_calm);
        Cliff cliff = Assert.Single(map.Cliffs(narrowest: 1));
        market.Shock(shock);

        AssertWithin(0.02, landing, market.Fall);
        AssertWithin(0.02, landing, map.Landing(shock)!.Value);
        AssertWithin(0.02, 1.5, cliff.Trigger);
        AssertWithin(0.02, 3, cliff.From);
        AssertWithin(0.02, 10, cliff.To!.Value);
    }

    [Fact]
    public void Over_a_cliff_generations_grow_before_they_fade()
    {
        const double Depth = 100 * Million;
        double[] fuse = [.. Enumerable.Repeat(2 * Depth, 6), .. Enumerable.Repeat(0.0, 20)];
        var market = new CascadeMarket(fuse, new MarketDepth(Depth, LatentSlope: 0), CascadeMarket.EverythingIsSold);
        market.Shock(0.2);

        Assert.All(Enumerable.Range(2, 3), generation => AssertWithin(0.03, 2, market.Tally.Ratio(generation)));
        Assert.Contains(Enumerable.Range(5, 10), generation => market.Tally.Ratio(generation) < 0.1);
        // Waves of percents fill that much below the triggers, so that the same lots are fewer dollars.
        AssertWithin(0.04, 12.2, market.Fall);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(3)]
    public void Latent_buyers_stop_a_fall_where_the_map_says(double shock)
    {
        double[] fuse = [.. Enumerable.Range(0, 20).Select(percent => (40 + 20 * percent % 7) * Million)];
        var market = new CascadeMarket(
            fuse,
            new MarketDepth(10 * Million, LatentSlope: 30 * Million),
            CascadeMarket.EverythingIsSold
        );
        CascadeProfile map = market.Map(20, s_calm);
        market.Shock(shock);

        Assert.True(market.Fall > 1.2 * shock, $"{market.Fall} is too little to show anything");
        AssertWithin(0.02, market.Fall, map.Landing(shock)!.Value);
    }

    [Fact]
    public void What_the_fund_takes_over_counts_when_it_is_sold()
    {
        const double Depth = 100 * Million;
        var market = new CascadeMarket(
            [.. Enumerable.Repeat(0.5 * Depth, 10)],
            new MarketDepth(Depth, LatentSlope: 0),
            CascadeMarket.EverythingIsTakenOver
        );
        CascadeProfile map = market.Map(10, s_calm with { MarkStep = 0.01 });
        market.Shock(2);
        Assert.Equal(2, market.Fall, 1e-9);
        Assert.Equal(0, market.Tally.Volumes.Sum());
        Assert.All(map.Numbers.ToArray(), number => Assert.Equal(0, number));

        market.Unwind();
        AssertWithin(0.02, 3, market.Fall);
        AssertWithin(0.05, Depth, market.Tally.Volumes[0]);

        // What the sale made liquidatable is the second generation.
        market.Shock(0);
        market.Unwind();
        AssertWithin(0.02, 0.5, market.Tally.Ratio(2));
    }

    private static void AssertWithin(double tolerance, double expected, double actual) =>
        Assert.True(
            Math.Abs(actual - expected) <= tolerance * Math.Abs(expected),
            $"{actual} is not within {tolerance:P0} of {expected}"
        );
}
