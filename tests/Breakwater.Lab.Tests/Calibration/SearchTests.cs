using Breakwater.Domain;

namespace Breakwater.Lab.Tests;

/// <summary>On functions whose lowest point is known.</summary>
public sealed class SearchTests
{
    private static readonly double[] s_middle = [0.5, 0.5, 0.5, 0.5];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_bowl_is_found_wherever_it_lies(ulong seed)
    {
        double[] bottom = [0.81, 0.13, 0.5, 0.27];
        SearchResult found = Run(point => Square(point, bottom), seed, budget: 600);

        Assert.True(found.Converged);
        Assert.All(found.Best.Point.Zip(bottom), pair => Assert.Equal(pair.Second, pair.First, 0.02));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_narrow_bent_valley_is_followed(ulong seed)
    {
        // Rosenbrock's, over -2..2 by -1..3; lowest at (1, 1).
        static double Valley(IReadOnlyList<double> point)
        {
            double x = -2 + 4 * point[0];
            double y = -1 + 4 * point[1];
            return 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x);
        }

        SearchResult found = Search.Run(
            [0.1, 0.9],
            Valley,
            new SearchLimits(4_000, Patience: 60, Width: 1e-4),
            new Seed(seed)
        );

        Assert.Equal(0.75, found.Best.Point[0], 0.05);
        Assert.Equal(0.5, found.Best.Point[1], 0.05);
    }

    [Fact]
    public void A_corner_is_reached()
    {
        SearchResult found = Run(point => point.Sum(), seed: 1, budget: 600);
        Assert.All(found.Best.Point, coordinate => Assert.True(coordinate < 0.05));
    }

    [Fact]
    public void A_hole_along_an_axis_is_not_passed_by()
    {
        // Too small for the hypercube and the cloud; the look along the first axis meets it.
        static double Holed(IReadOnlyList<double> point) =>
            Square(point, [0.3, 0.5, 0.5, 0.5])
            - (Math.Abs(point[0] - 0.95) < 0.005 && point.Skip(1).All(other => Math.Abs(other - 0.5) < 0.05) ? 10 : 0);

        SearchResult found = Run(Holed, seed: 1, budget: 2_000);

        Assert.True(found.Converged);
        Assert.True(found.Best.Value < -9);
        Assert.All(found.Sections, section => Assert.All(section, along => Assert.True(along.Value > -10)));
    }

    [Fact]
    public void A_cliff_does_not_stop_it()
    {
        SearchResult found = Run(
            point => (point[0] > 0.3 ? 5 : 0) + Square(point, [0.29, 0.6, 0.6, 0.6]),
            seed: 1,
            budget: 800
        );
        Assert.True(found.Best.Value < 0.01);
    }

    [Fact]
    public void The_same_seed_searches_the_same_and_another_another()
    {
        double[] Values(ulong seed) =>
            [.. Run(point => Square(point, [0.2, 0.4, 0.6, 0.8]), seed, 100).All.Select(one => one.Value)];
        Assert.Equal(Values(7), Values(7));
        Assert.NotEqual(Values(7), Values(8));
    }

    [Fact]
    public void What_still_falls_at_the_end_of_the_budget_has_not_converged()
    {
        int calls = 0;
        SearchResult found = Run(_ => 1_000 - calls++, seed: 1, budget: 200);

        Assert.False(found.Converged);
        Assert.True(calls <= 200);
        Assert.Equal(calls, found.All.Count);
    }

    [Fact]
    public void What_is_low_enough_has_converged_though_it_still_falls()
    {
        var limits = new SearchLimits(100, Patience: 1_000, Width: 0, Enough: 0.01);
        static SearchResult Run(SearchLimits limits) =>
            Search.Run([0.9, 0.9], point => Square(point, [0.37, 0.41]), limits, new Seed(1));

        SearchResult found = Run(limits);

        Assert.True(found.Converged);
        Assert.InRange(found.Best.Value, 1e-9, 0.01);
        Assert.False(Run(limits with { Enough = 0 }).Converged);
    }

    [Fact]
    public void Flat_ground_has_converged_and_the_start_is_the_best()
    {
        SearchResult found = Run(_ => 1, seed: 1, budget: 200);
        Assert.True(found.Converged);
        Assert.Equal(s_middle, found.Best.Point);
    }

    [Theory]
    [InlineData(0.3, 0.3)]
    [InlineData(-0.3, 0.3)]
    [InlineData(1.2, 0.8)]
    [InlineData(2.1, 0.1)]
    [InlineData(-1.2, 0.8)]
    public void A_step_beyond_the_range_comes_back(double coordinate, double reflected) =>
        Assert.Equal(reflected, CmaEs.Reflected(coordinate), 1e-12);

    [Fact]
    public void A_hypercube_has_one_point_in_each_slice_of_each_dimension()
    {
        double[][] cube = LatinHypercube.Of(20, 5, new Seed(3));
        for (int dimension = 0; dimension < 5; dimension++)
        {
            Assert.Equal(Enumerable.Range(0, 20), cube.Select(point => (int)(point[dimension] * 20)).Order());
        }
    }

    private static SearchResult Run(Func<IReadOnlyList<double>, double> function, ulong seed, int budget) =>
        Search.Run(s_middle, function, new SearchLimits(budget, Patience: 20, Width: 0.002), new Seed(seed));

    private static double Square(IReadOnlyList<double> point, double[] bottom) =>
        point.Zip(bottom).Sum(pair => (pair.First - pair.Second) * (pair.First - pair.Second));
}
