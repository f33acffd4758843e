using Breakwater.Domain;

namespace Breakwater.Simulation.Tests;

/// <summary>Those who close of their own will: how many, and how soon.</summary>
public sealed class LeaversTests
{
    [Fact]
    public void Exits_on_both_sides_take_open_interest_away()
    {
        double stayed = TestMarket.OpenInterestLeft(
            TestMarket.Behaving(behaviour => behaviour with { StopShare = 0, ExitShare = 0 })
        );
        double left = TestMarket.OpenInterestLeft(
            TestMarket.Behaving(behaviour => behaviour with { StopShare = 0, ExitShare = 0.5 })
        );
        Assert.True(left < stayed - 0.05, $"{left} of the open interest with exits, {stayed} without");
    }

    [Fact]
    public void A_stop_that_waits_beyond_the_end_sells_nothing()
    {
        WorldParameters none = TestMarket.Behaving(behaviour => behaviour with { StopShare = 0, ExitShare = 0 });
        WorldParameters late = TestMarket.Behaving(behaviour =>
            behaviour with
            {
                ExitShare = 0,
                StopDelay = Duration.FromMinutes(100_000_000),
            }
        );
        Assert.Equal(TestMarket.Digest(TestMarket.Run(none)), TestMarket.Digest(TestMarket.Run(late)));
    }

    [Fact]
    public void Stops_that_come_soon_deepen_the_fall()
    {
        double slow = FallWith(Duration.FromMinutes(30));
        double soon = FallWith(Duration.FromSeconds(5));
        Assert.True(soon > slow, $"-{soon:P2} with quick stops, -{slow:P2} with slow ones");
    }

    [Fact]
    public void Who_leaves_a_fall_at_a_profit_does_not_chase_the_price()
    {
        WorldParameters leave = TestMarket.Behaving(behaviour =>
            behaviour with
            {
                StopShare = 0,
                TakeProfitShare = 0,
                ExitShare = 1,
                ExitDistance = 0.02,
                ExitDelay = Duration.FromSeconds(20),
                Participation = 1,
            }
        );
        ArbitrageParameters none = leave.Market!.Arbitrage with { Capacity = 0 };
        World world = TestMarket.Run(leave with { Market = leave.Market with { Arbitrage = none } });
        ReadOnlySpan<double> middle = world.Series![SeriesKind.Middle, 0, 0];
        double rise = 0;
        for (int second = 1; second < world.Series.Count; second++)
        {
            rise = Math.Max(rise, Math.Log(middle[second] / middle[second - 1]));
        }

        // Once by the public, once by those who leave.
        Assert.InRange(rise, 0, 3 * Exchange.DepthCurve.MakerReach);
    }

    private static double FallWith(Duration delay) =>
        TestMarket.Fall(
            TestMarket.Run(
                TestMarket.Behaving(behaviour => behaviour with { StopShare = 0.5, ExitShare = 0, StopDelay = delay })
            ),
            0
        );
}
