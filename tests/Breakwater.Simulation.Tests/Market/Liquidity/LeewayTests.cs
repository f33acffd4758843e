namespace Breakwater.Simulation.Tests;

/// <summary>Until when a cell's order needs no look.</summary>
public sealed class LeewayTests
{
    private const double Centre = 0.25;
    private const double Density = 1_000;

    [Theory]
    [InlineData(100, 0, true)]
    [InlineData(90, 0, false)]
    [InlineData(111, 0, false)]
    [InlineData(105, -10, true)]
    [InlineData(105, -20, false)]
    [InlineData(120, -20, false)]
    [InlineData(95, 20, false)]
    public void It_covers_what_lies_within_it_with_and_without_the_disturbance(
        double undisturbed,
        double disturbance,
        bool covered
    )
    {
        foreach (int outwards in (int[])[-1, 1])
        {
            double fundamental = Centre - outwards * undisturbed / Density;
            var leeway = Leeway.While(Centre, outwards, (90, 110), disturbance, Density);
            Assert.Equal(covered, leeway.Covers(fundamental));
        }
    }

    [Fact]
    public void The_default_covers_nothing() => Assert.False(default(Leeway).Covers(0));
}
