namespace Breakwater.Simulation.Tests;

/// <summary>Each account stands for its stratum of the population; the largest stand for one.</summary>
public sealed class SizeStrataTests
{
    private const double Median = 1_000;
    private const double Largest = 1_000_000;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 10)]
    [InlineData(10, 27)]
    [InlineData(1_000, 999_999)]
    [InlineData(75_000, 450_000)]
    public void Weights_add_up_to_the_population_and_fall_with_size(int accounts, int population)
    {
        SizeStrata strata = Of(accounts, population);
        int[] weights = [.. Enumerable.Range(0, accounts).Select(strata.WeightAt)];
        Assert.Equal(population, weights.Sum());
        Assert.All(weights, weight => Assert.True(weight >= 1));

        // The whole parts of a convex sequence: one account's weight may lie one above the next one's.
        Assert.All(weights.Zip(weights.Skip(1)), pair => Assert.True(pair.Second >= pair.First - 1));
    }

    [Fact]
    public void Who_is_large_has_an_account_for_himself()
    {
        SizeStrata strata = Of(75_000, 450_000);
        Assert.Equal(1_000, Enumerable.Range(0, 1_000).Sum(strata.WeightAt));
        Assert.InRange(strata.WeightAt(74_999), 15, 17);
    }

    [Fact]
    public void Sizes_lie_within_their_strata()
    {
        SizeStrata strata = Of(500, 2_000);
        for (int rank = 0; rank + 1 < 500; rank++)
        {
            Assert.True(strata.SizeAt(rank, 0.001) > strata.SizeAt(rank, 0.999));
            Assert.True(strata.SizeAt(rank, 0.999) > strata.SizeAt(rank + 1, 0.001));
        }

        Assert.InRange(strata.SizeAt(0, 1e-12), 0.99 * Largest, Largest);
    }

    [Fact]
    public void People_have_the_stated_law()
    {
        SizeStrata strata = Of(2_000, 10_000);
        int Above(double size) =>
            Enumerable.Range(0, 2_000).Where(rank => strata.SizeAt(rank, 0.5) > size).Sum(strata.WeightAt);

        // Of a log-normal law of deviation 2.6, less the 0.39 % that are cut at the largest.
        Assert.InRange(Above(Median), 4_940, 5_010);
        Assert.InRange(Above(10 * Median), 1_830, 1_880);
        Assert.InRange(Above(100 * Median), 340, 370);
    }

    private static SizeStrata Of(int accounts, int population) =>
        new(
            new CrowdOfVenue(accounts, population),
            TestWorld.Create(accounts: 1, venues: ["one"]).Crowd with
            {
                MedianNotional = Median,
                NotionalSigma = 2.6,
                LargestNotional = Largest,
            }
        );
}
