using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation.Tests;

/// <summary>What is left behind a position that no order could close: beside the mean over many drawn marks.</summary>
public sealed class FillConditionsTests
{
    [Theory]
    [InlineData(0.004, 0.0035, 0.001)]
    [InlineData(0.004, 0.003, 0.002)]
    [InlineData(0.01, 0.02, 0.005)]
    [InlineData(0.02, 0.003, 0.001)]
    public void The_margin_taken_over_is_the_mean_of_what_marks_beyond_an_order_s_reach_leave(
        double margin,
        double slippage,
        double step
    )
    {
        var conditions = new FillConditions(slippage, step);
        LiquidationRules rules = TestWorld.Create(accounts: 1, venues: ["one"]).Venues[0].Rules.Liquidation with
        {
            OrderLimitedAtBankruptcyPrice = true,
            TakeOverBelow = Rate.Zero,
        };
        const int Draws = 100_000;
        double[] beyond =
        [
            .. Enumerable
                .Range(0, Draws)
                .Select(draw => (draw + 0.5) / Draws * step)
                .Where(passed => passed > margin - slippage),
        ];
        double sold = 1 - beyond.Length / (double)Draws;

        Assert.Equal(sold, conditions.Under(rules).SoldShare(margin), 1e-4);
        if (beyond.Length > 0)
        {
            Assert.Equal(margin - beyond.Average(), conditions.Under(rules).MarginTakenOver(margin), 1e-6);
        }
    }
}
