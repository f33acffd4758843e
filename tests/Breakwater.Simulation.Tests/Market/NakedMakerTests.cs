namespace Breakwater.Simulation.Tests;

/// <summary>The feedback that risk teams fear: deleveraging takes a maker's hedge, its quotes go, and it sells what is left naked.</summary>
public sealed class NakedMakerTests
{
    private const int LookSeconds = 5;
    private const int PulledSeconds = 120;
    private const int HedgeSeconds = 30;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Deleveraging_leaves_one_leg_of_one_firm(bool books)
    {
        var market = new HedgedMakersMarket(books, makersDeleveraged: true);
        int wave = RequireWave(market);
        int hit = Hit(market);
        (double perpetual, double spot) = market.Steps[wave].Legs[hit];

        Assert.All(market.Before, legs => Assert.InRange(legs.Perpetual + legs.Spot, -0.5, 0.5));
        Assert.All(market.Steps[wave - 1].Legs, legs => Assert.InRange(legs.Perpetual, -70, -60));
        Assert.InRange(perpetual, -25, -10);
        Assert.InRange(spot, 65, 75);
        Assert.InRange(spot + perpetual, 45, 60);
        Assert.All(Others(market, wave), legs => Assert.InRange(legs.Perpetual, -70, -60));
    }

    // The share of each firm is a third. Makers look every five seconds, and the look that finds the leg gone takes the quotes away.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Its_quotes_are_gone_from_every_coin_and_venue_for_as_long_as_it_stays_away(bool books)
    {
        var market = new HedgedMakersMarket(books, makersDeleveraged: true);
        int wave = RequireWave(market);
        IReadOnlyList<double> before = Mean(market, wave - 10, wave);
        IReadOnlyList<double> pulled = Mean(market, wave + LookSeconds + 2, wave + 30);
        Assert.All(before, share => Assert.InRange(share, 0.93, 1.01));
        Assert.All(pulled.Zip(before, (now, then) => now / then), left => Assert.InRange(left, 0.62, 0.68));

        // The other coin: nobody trades enough of it to hold an inventory against.
        int last = wave + PulledSeconds;
        Assert.InRange(Mean(market, last - 10, last)[1], 0.6, 0.68);
        Assert.InRange(Mean(market, last + LookSeconds + 2, last + 30)[1], 0.93, 1.01);
    }

    // What exceeds its limits over both venues falls to 1/e in a hedge time, and a little more slowly where books are thin.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_works_the_naked_leg_off_in_its_hedge_time(bool books)
    {
        var market = new HedgedMakersMarket(books, makersDeleveraged: true);
        int wave = RequireWave(market);
        double[] naked =
        [
            .. new[] { 0, HedgeSeconds, 2 * HedgeSeconds, 4 * HedgeSeconds }.Select(after =>
                NakedBeyondLimits(market, wave + after)
            ),
        ];
        Assert.InRange(naked[0], 35, 50);
        Assert.InRange(naked[1] / naked[0], 0.3, 0.65);
        Assert.InRange(naked[2] / naked[0], 0.1, 0.45);
        Assert.InRange(naked[3] / naked[0], -0.1, 0.15);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Firms_that_are_spared_keep_their_hedges_and_their_quotes(bool books)
    {
        var market = new HedgedMakersMarket(books, makersDeleveraged: false);
        Assert.Null(market.Wave);
        Assert.All(market.Deleveraged(), notional => Assert.Equal(0, notional));

        // Over the three minutes from where the wave would have been: the other coin's depth stays, no leg is closed.
        foreach (HedgedMakersMarket.Second second in market.Steps.Skip(90).Take(180))
        {
            Assert.InRange(second.Asks[1], 0.9, 1.01);
            Assert.All(second.Legs, legs => Assert.InRange(legs.Perpetual, -72, -60));
        }
    }

    private static int RequireWave(HedgedMakersMarket market)
    {
        Assert.NotNull(market.Wave);
        return market.Wave.Value;
    }

    private static int Hit(HedgedMakersMarket market)
    {
        double[] deleveraged = market.Deleveraged();
        return Array.IndexOf(deleveraged, Assert.Single(deleveraged, notional => notional > 0));
    }

    private static IEnumerable<(double Perpetual, double Spot)> Others(HedgedMakersMarket market, int second)
    {
        int hit = Hit(market);
        return market.Steps[second].Legs.Where((_, firm) => firm != hit);
    }

    private static double[] Mean(HedgedMakersMarket market, int from, int to) =>
        [
            .. Enumerable
                .Range(0, market.Steps[0].Asks.Count)
                .Select(place => market.Steps.Skip(from).Take(to - from).Average(second => second.Asks[place])),
        ];

    // In coins; a firm bears so much at each of two venues.
    private static double NakedBeyondLimits(HedgedMakersMarket market, int at)
    {
        HedgedMakersMarket.Second second = market.Steps[at];
        (double perpetual, double spot) = second.Legs[Hit(market)];
        double borne = market.Makers.InventoryLimit * 2 * 1e6 / market.Makers.Firms / second.Price;
        return perpetual + spot - borne;
    }
}
