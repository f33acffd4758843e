namespace Breakwater.Indicators.Tests;

/// <summary>Landing prices, cliffs, depth and the matrix beside what they are by definition.</summary>
public sealed class CascadeTests
{
    [Theory]
    [InlineData(0.0)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void A_constant_number_below_one_amplifies_a_shock_by_one_over_one_less_it(double number)
    {
        var profile = new CascadeProfile(0.1, Enumerable.Repeat(number, 1_000).ToArray());
        Assert.Equal(3 / (1 - number), profile.Landing(3)!.Value, 9);
        Assert.Equal(3, profile.ShockFor(3 / (1 - number)), 9);
        Assert.Empty(profile.Cliffs(0.01));
    }

    [Fact]
    public void A_constant_number_of_one_or_more_never_lands()
    {
        Assert.Null(new CascadeProfile(1, [1, 1, 1]).Landing(0.1));
        Assert.Equal([new Cliff(0, 0, null)], new CascadeProfile(1, [1.5, 1.5]).Cliffs(0.1));
    }

    [Fact]
    public void Two_levels_hold_half_a_percent_each_and_two_give_it_back()
    {
        var profile = new CascadeProfile(1, [0.5, 0.5, 1.5, 1.5, 0, 0]);
        Assert.Equal(2, profile.Landing(1)!.Value, 9);
        Assert.Equal(5, profile.Landing(1.0 + 1e-12)!.Value, 6);
        Assert.Equal([new Cliff(1, 2, 5)], profile.Cliffs(0.1));
        Assert.Empty(profile.Cliffs(3.5));
    }

    [Fact]
    public void Landings_are_where_selling_by_hand_comes_to_rest()
    {
        var random = new Random(7);
        for (int trial = 0; trial < 200; trial++)
        {
            double[] sold =
            [
                .. Enumerable.Range(0, 300).Select(_ => random.NextDouble() > 0.7 ? 40 * random.NextDouble() : 0),
            ];
            var depth = new MarketDepth(20 + 100 * random.NextDouble(), trial % 2 == 0 ? 0 : 50 * random.NextDouble());
            var profile = CascadeProfile.Of(0.1, sold, depth, passThrough: 1);
            double shock = 5 * random.NextDouble();
            double landing = profile.Landing(shock) ?? double.PositiveInfinity;
            double byHand = ByHand(sold, 0.1, depth, shock);
            Assert.True(landing == byHand || Math.Abs(landing - byHand) < 2e-3, $"trial {trial}: {landing}, {byHand}");
        }
    }

    [Fact]
    public void Cliffs_are_where_landings_jump()
    {
        var random = new Random(11);
        int seen = 0;
        for (int trial = 0; trial < 100; trial++)
        {
            double[] numbers =
            [
                .. Enumerable.Range(0, 60).Select(_ => random.NextDouble() > 0.8 ? 3 * random.NextDouble() : 0.2),
            ];
            var profile = new CascadeProfile(0.5, numbers);
            foreach (Cliff cliff in profile.Cliffs(0.25).Where(cliff => cliff.Trigger > 0))
            {
                Assert.Equal(cliff.From, profile.Landing(cliff.Trigger - 1e-9)!.Value, 1e-6);
                double? over = profile.Landing(cliff.Trigger + 1e-9);
                Assert.Equal(cliff.To ?? -1, over ?? -1, 1e-6);
                seen++;
            }
        }

        Assert.True(seen > 100, $"{seen} cliffs are too few to show anything");
    }

    [Fact]
    public void Depth_takes_what_makers_and_latent_buyers_hold_on_the_way()
    {
        var random = new Random(13);
        for (int trial = 0; trial < 100; trial++)
        {
            var depth = new MarketDepth(100 * random.NextDouble(), 0.1 + 100 * random.NextDouble());
            double dollars = 1_000 * random.NextDouble();
            double moved = depth.MoveOf(dollars);
            Assert.Equal(dollars, depth.Makers * moved + depth.LatentSlope * moved * moved / 2, 6);
            Assert.Equal(depth.Makers + depth.LatentSlope * moved, depth.After(dollars), 6);
        }

        Assert.Equal(2, new MarketDepth(100, 0).MoveOf(200), 12);
        Assert.Equal(1.5e8, MarketDepth.FromLatentDensity(0, 1.5e12).LatentSlope, 3);
        Assert.Equal(double.PositiveInfinity, default(MarketDepth).MoveOf(1));
        Assert.Equal([0, double.PositiveInfinity], CascadeProfile.Of(1, [0, 1], default, 1).Numbers.ToArray());
    }

    [Fact]
    public void Two_markets_that_only_infect_each_other_have_the_geometric_mean_as_radius()
    {
        var matrix = new NextGenerationMatrix(2, [0, 2, 0.5, 0]);
        Assert.Equal(1, matrix.SpectralRadius, 9);
        Assert.Equal(2, matrix.Right[0] / matrix.Right[1], 9);
        Assert.Equal(0.5, matrix.Left[0] / matrix.Left[1], 9);
    }

    [Fact]
    public void A_matrix_without_a_circle_has_radius_zero()
    {
        Assert.Equal(0, new NextGenerationMatrix(3, [0, 1, 5, 0, 0, 2, 0, 0, 0]).SpectralRadius, 9);
        Assert.Equal(0, new NextGenerationMatrix(1, [0]).SpectralRadius);
    }

    [Fact]
    public void Generations_grow_by_the_radius_and_spread_by_the_right_vector()
    {
        var random = new Random(17);
        for (int trial = 0; trial < 50; trial++)
        {
            const int Size = 6;
            double[] entries = [.. Enumerable.Range(0, Size * Size).Select(_ => random.NextDouble())];
            var matrix = new NextGenerationMatrix(Size, entries);
            double[] generation = [1, 0, 0, 0, 0, 0];
            double before = 0;
            for (int n = 0; n < 200; n++)
            {
                before = generation.Sum();
                generation =
                [
                    .. Enumerable.Range(0, Size).Select(i => generation.Select((d, j) => d * matrix[i, j]).Sum()),
                ];
            }

            Assert.Equal(1, generation.Sum() / before / matrix.SpectralRadius, 9);
            Assert.All(generation, (part, i) => Assert.Equal(matrix.Right[i], part / generation.Sum(), 9));
        }
    }

    [Fact]
    public void The_derivative_is_what_a_small_change_does()
    {
        var random = new Random(19);
        const int Size = 5;
        const double Small = 1e-7;
        for (int trial = 0; trial < 50; trial++)
        {
            double[] entries = [.. Enumerable.Range(0, Size * Size).Select(_ => random.NextDouble())];
            double[] change = [.. Enumerable.Range(0, Size * Size).Select(_ => random.NextDouble() - 0.5)];
            double[] moved = [.. entries.Select((entry, i) => Math.Max(entry + Small * change[i], 0))];
            double[] really = [.. moved.Select((entry, i) => (entry - entries[i]) / Small)];
            var matrix = new NextGenerationMatrix(Size, entries);
            double difference = new NextGenerationMatrix(Size, moved).SpectralRadius - matrix.SpectralRadius;
            Assert.Equal(difference / Small, matrix.Derivative(really), 4);
        }
    }

    [Theory]
    [InlineData(2, new double[] { 1, 2, 3 })]
    [InlineData(1, new[] { -1.0 })]
    [InlineData(1, new[] { double.NaN })]
    public void A_matrix_that_is_none_is_refused(int size, double[] entries) =>
        Assert.Throws<ArgumentException>(() => new NextGenerationMatrix(size, entries));

    // Sells level by level, a thousandth of a level at a time, until the price is above what was reached.
    private static double ByHand(double[] sold, double step, MarketDepth depth, double shock)
    {
        double price = shock;
        double dollars = 0;
        for (int slice = 0; slice < sold.Length * 1_000; slice++)
        {
            if (slice * step / 1_000 >= price)
            {
                return price;
            }

            dollars += sold[slice / 1_000] / 1_000;
            price = shock + depth.MoveOf(dollars);
        }

        return double.PositiveInfinity;
    }
}
