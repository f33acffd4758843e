using Breakwater.Domain;

namespace Breakwater.Exchange.Tests;

/// <summary>A margin schedule whose rates are all a tenth higher or lower.</summary>
public sealed class MaintenanceTimesTests
{
    private static readonly MarginSchedule s_marginal = MarginSchedule.FromBrackets([
        (Money.Zero, Rate.FromFraction(1, 250), Leverage.FromMultiple(100)),
        (Money.FromMinorUnits(1_000_003), Rate.FromFraction(1, 100), Leverage.FromMultiple(50)),
        (Money.FromMinorUnits(7_000_001), Rate.FromFraction(1, 40), Leverage.FromMultiple(20)),
    ]);

    [Theory]
    [InlineData(9)]
    [InlineData(11)]
    public void Asks_for_that_much_more_of_every_notional(int tenths)
    {
        MarginSchedule changed = s_marginal.WithMaintenanceTimes(Rate.FromFraction(tenths, 10));
        foreach (
            long notional in (ReadOnlySpan<long>)[10, 999_999, 1_000_003, 1_000_004, 6_999_999, 7_000_001, 90_000_000]
        )
        {
            var at = Money.FromMinorUnits(notional);
            double own = s_marginal.Maintenance(at, Quantity.FromLots(1), 1).MinorUnits;
            Assert.InRange(changed.Maintenance(at, Quantity.FromLots(1), 1).MinorUnits - tenths * own / 10, -3, 3);
            Assert.Equal(
                s_marginal.MaxLeverage(at, Quantity.FromLots(1), 1),
                changed.MaxLeverage(at, Quantity.FromLots(1), 1)
            );
        }
    }

    [Fact]
    public void Refuses_rates_that_reach_one()
    {
        Assert.Throws<ArgumentException>(() => s_marginal.WithMaintenanceTimes(Rate.FromFraction(40, 1)));
    }
}
