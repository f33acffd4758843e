namespace Breakwater.Simulation.Tests;

public class CrowdOfVenueTests
{
    [Theory]
    [InlineData(10, 10)]
    [InlineData(10, 27)]
    [InlineData(1_000, 999_999)]
    public void Weights_add_up_to_the_population_and_differ_by_one_at_most(int accounts, int population)
    {
        var crowd = new CrowdOfVenue(accounts, population);
        int[] weights = [.. Enumerable.Range(0, accounts).Select(crowd.WeightOf)];
        Assert.Equal(population, weights.Sum());
        Assert.True(weights.Max() - weights.Min() <= 1);
    }
}
