using Breakwater.Domain;

namespace Breakwater.Simulation.Tests;

public class PriceTapeTests
{
    private static readonly Timestamp s_start = Timestamp.FromUnixMilliseconds(1_760_129_400_000);

    [Theory]
    // A bar that fell: open 100, high 110, low 70, close 90; a point each 20 seconds.
    [InlineData(100, 110, 70, 90, 0, 100)]
    [InlineData(100, 110, 70, 90, 10, 105)]
    [InlineData(100, 110, 70, 90, 20, 110)]
    [InlineData(100, 110, 70, 90, 40, 70)]
    [InlineData(100, 110, 70, 90, 50, 80)]
    [InlineData(100, 110, 70, 90, 60, 90)]
    // One that rose touches its low first.
    [InlineData(90, 110, 70, 100, 20, 70)]
    [InlineData(90, 110, 70, 100, 40, 110)]
    // One that closed where it opened counts as risen.
    [InlineData(90, 110, 70, 90, 20, 70)]
    public void A_bar_is_walked_by_the_stated_rule(int open, int high, int low, int close, int second, int price)
    {
        var tape = new PriceTape([Bar(0, open, high, low, close)]);
        Assert.Equal(price, tape.PriceAt(s_start + Duration.FromSeconds(second)));
    }

    [Fact]
    public void Where_two_bars_meet_the_later_opens()
    {
        var tape = new PriceTape([Bar(0, 100, 100, 100, 100), Bar(1, 95, 95, 95, 95)]);
        Assert.Equal(100, tape.PriceAt(s_start + Duration.FromSeconds(59)));
        Assert.Equal(95, tape.PriceAt(s_start + Duration.FromSeconds(60)));
    }

    [Fact]
    public void A_gap_is_refused_and_named()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() =>
            new PriceTape([Bar(0, 1, 1, 1, 1), Bar(2, 1, 1, 1, 1)])
        );
        Assert.Contains("2025-10-10T20:52:00Z", refused.Message, StringComparison.Ordinal);
        Assert.Contains("2025-10-10T20:51:00Z", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bounds_draw_every_price_into_their_range()
    {
        PriceBar bounded = Bar(0, 100, 120, 60, 90).Within(Bar(0, 95, 110, 70, 95));
        Assert.Equal((100m, 110m, 70m, 90m), (bounded.Open, bounded.High, bounded.Low, bounded.Close));
    }

    [Fact]
    public void No_sampling_that_includes_turning_points_misses_an_extreme()
    {
        var tape = new PriceTape([Bar(0, 100, 110, 70, 90), Bar(1, 90, 130, 85, 120)]);
        decimal[] prices = [.. tape.TurningPoints.Select(tape.PriceAt)];
        Assert.Equal((70m, 130m), (prices.Min(), prices.Max()));
    }

    private static PriceBar Bar(int minute, decimal open, decimal high, decimal low, decimal close) =>
        new(s_start + Duration.FromMinutes(minute), Duration.FromMinutes(1), open, high, low, close);
}
