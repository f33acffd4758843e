using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation.Tests;

/// <summary>A position that the prices since its entry would have liquidated does not exist.</summary>
public class SurvivorshipTests
{
    private const int Draws = 4_000;
    private const decimal Now = 100_000;

    [Fact]
    public void Nobody_has_lived_through_a_low_that_would_have_liquidated_him()
    {
        // Opened around 110,000 five days ago; three days ago the price touched 92,000; today it is back at 100,000.
        CoinHistory history = History((5, 110_000), (3, 95_000), (1, 100_000));
        foreach (DrawnPosition position in DrawLongs(history, leverage: 9))
        {
            long entryWindow =
                position.Entry.Ticks > 1_060_000 ? 5
                : position.Entry.Ticks > 980_000 ? 1
                : 3;
            decimal trigger = TriggerOf(position);
            Assert.True(trigger < Now, $"{position} would be liquidated at once");
            Assert.True(entryWindow != 5 || trigger < 92_000, $"{position} was liquidated three days ago");
        }
    }

    [Fact]
    public void Without_the_low_the_same_draws_leave_more_of_the_old()
    {
        int withLow = OldOnes(History((5, 110_000), (3, 95_000), (1, 100_000)));
        int withoutLow = OldOnes(History((5, 110_000), (3, 105_000), (1, 100_000)));
        Assert.True(withoutLow > 2 * withLow, $"{withLow} with the low, {withoutLow} without");
    }

    [Fact]
    public void In_a_coin_of_half_the_leverage_everybody_borrows_half()
    {
        CoinHistory history = History((1, 100_000));
        double whole = DrawLongs(history, leverage: 8).Average(position => position.Leverage.Hundredths);
        double half = DrawLongs(history, leverage: 8, factor: 0.5).Average(position => position.Leverage.Hundredths);
        Assert.InRange(half / whole, 0.49, 0.51);
    }

    [Fact]
    public void Where_nobody_can_have_survived_the_crowd_is_refused()
    {
        CoinHistory history = History((5, 200_000));
        CrowdException refused = Assert.Throws<CrowdException>(() => DrawLongs(history, leverage: 20).Count);
        Assert.Contains("were liquidated before the start", refused.Message, StringComparison.Ordinal);
    }

    private static int OldOnes(CoinHistory history) =>
        DrawLongs(history, leverage: 9).Count(position => position.Entry.Ticks > 1_060_000);

    private static List<DrawnPosition> DrawLongs(CoinHistory history, double leverage, double factor = 1)
    {
        WorldParameters world = TestWorld.Create(1, 2_000, "first");
        VenueParameters venue = world.Venues[0] with
        {
            Listings = [new ListingParameters(0, Quantity.FromLots(1_000_000), 1, [1]) { LeverageFactor = factor }],
        };
        var component = new LeverageComponent("some", leverage, 0.3, Duration.FromMinutes(60 * 24 * 10));
        CrowdParameters crowd = world.Crowd with { Components = [component] };
        var entries = new EntryDraw(crowd, venue, world.CrowdSeed, [history], world.Start);
        var held = new Holding(Quantity.FromLots(100), Rank: 0);
        return [.. Enumerable.Range(0, Draws).Select(i => entries.Draw(i, 1, 0, held))];
    }

    private static decimal TriggerOf(DrawnPosition position)
    {
        InstrumentRules rules = TestWorld.Create(1, 2_000, "first").Venues[0].Rules.Instruments[0];
        Money cost = rules.Instrument.Notional(position.Entry, position.Lots);
        long trigger = LiquidationPrice.Trigger(rules, position.Lots, cost, 1, cost - position.Margin);
        return trigger * rules.Instrument.TickSize;
    }

    // Days of 1 % around a level, except that a day of 95,000 reaches down to 92,000.
    private static CoinHistory History(params (int DaysAgo, decimal Level)[] days) =>
        new(
            "BTC",
            [
                .. days.Select(day => new EntryWindow(
                    TestWorld.Start - Duration.FromMinutes(60L * 24 * day.DaysAgo),
                    Duration.FromMinutes(60 * 24),
                    day.Level == 95_000 ? 92_000 : day.Level * 0.99m,
                    day.Level * 1.01m,
                    day.Level,
                    1_000
                )),
            ],
            Now
        );
}
