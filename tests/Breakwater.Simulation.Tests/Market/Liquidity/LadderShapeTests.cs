namespace Breakwater.Simulation.Tests;

/// <summary>A ladder is the curve's makers cut into orders: flat up to 1 %, then falling by e over each further 1 %.</summary>
public sealed class LadderShapeTests
{
    private const int Levels = 9;

    [Fact]
    public void The_first_order_stands_at_the_best_price_and_each_next_one_farther_off()
    {
        var shape = new LadderShape(Levels);
        Assert.Equal(0, shape.DistanceOf(0));
        for (int i = 1; i < Levels; i++)
        {
            Assert.InRange(shape.DistanceOf(i), shape.DistanceOf(i - 1) + 1e-6, shape.End);
        }
    }

    [Fact]
    public void Nine_orders_hold_nearly_two_reaches_of_the_density()
    {
        var shape = new LadderShape(Levels);
        double sum = Enumerable.Range(0, Levels).Sum(shape.MassOf);
        Assert.InRange(sum, 0.0195, 0.02);
        Assert.Equal(0.01 * 511 / 127, shape.End, 12);
        Assert.Equal(0.01, Enumerable.Range(0, 7).Sum(shape.MassOf), 12);
    }

    [Theory]
    [InlineData(0.002, 0.002)]
    [InlineData(0.01, 0.01)]
    [InlineData(0.016321205588, 0.02)]
    [InlineData(0.02, 0.01 * 511 / 127)]
    [InlineData(1, 0.01 * 511 / 127)]
    public void What_was_taken_says_how_far_an_order_reached(double mass, double distance) =>
        Assert.Equal(distance, new LadderShape(Levels).DistanceHolding(mass), 9);
}
