using Breakwater.Domain;

namespace Breakwater.Simulation.Tests;

/// <summary>Draws that neighbours in size do not share.</summary>
public sealed class StrataTests
{
    private const int Dimensions = 3;

    [Fact]
    public void Of_any_hundred_neighbours_a_share_has_its_share_in_each_draw()
    {
        Strata strata = Of(new Seed(7));
        foreach (int first in (int[])[0, 1, 500, 123_456])
        {
            for (int dimension = 0; dimension < Dimensions; dimension++)
            {
                int below = Enumerable.Range(first, 100).Count(rank => strata.At(rank, dimension) < 0.15);
                Assert.InRange(below, 12, 18);
            }
        }
    }

    [Fact]
    public void So_is_each_of_the_draws_by_which_an_account_acts()
    {
        var strata = new Strata(new Seed(7), DrawPurposes.StrataOfBehaviour, 3, isLong: true, TriggerDraw.Draws);
        for (int draw = 0; draw < TriggerDraw.Draws; draw++)
        {
            foreach (int first in (int[])[0, 100, 5_000])
            {
                Assert.InRange(Enumerable.Range(first, 100).Count(rank => strata.At(rank, draw) < 0.2), 15, 25);
            }
        }
    }

    [Fact]
    public void Draws_are_spread_jointly()
    {
        Strata strata = Of(new Seed(7));
        int[] ofOctant =
        [
            .. Enumerable
                .Range(0, 800)
                .GroupBy(rank => Enumerable.Range(0, Dimensions).Sum(d => strata.At(rank, d) < 0.5 ? 1 << d : 0))
                .Select(octant => octant.Count()),
        ];
        Assert.Equal(8, ofOctant.Length);
        Assert.All(ofOctant, count => Assert.InRange(count, 92, 108));
    }

    [Fact]
    public void Over_crowds_each_single_draw_is_uniform()
    {
        foreach (int rank in (int[])[0, 5])
        {
            double[] draws =
            [
                .. Enumerable.Range(1, 4_000).Select(seed => Of(new Seed((ulong)seed)).At(rank, 1)).Order(),
            ];
            double farthest = draws.Select((draw, i) => Math.Abs(draw - (i + 0.5) / draws.Length)).Max();

            // Kolmogorov and Smirnov: 1.95 over the root of the count is passed once in a thousand.
            Assert.InRange(farthest, 0, 1.95 / Math.Sqrt(4_000));
        }
    }

    [Fact]
    public void The_two_sides_of_a_listing_have_shifts_of_their_own()
    {
        var longs = new Strata(new Seed(7), DrawPurposes.StrataOfEntries, 3, isLong: true, Dimensions);
        var shorts = new Strata(new Seed(7), DrawPurposes.StrataOfEntries, 3, isLong: false, Dimensions);
        Assert.NotEqual(longs.At(0, 0), shorts.At(0, 0));
    }

    [Fact]
    public void A_holder_draws_alone_once_the_strata_are_used_up()
    {
        Strata strata = Of(new Seed(7));
        var own = new DrawStream(new Seed(7), 11, DrawPurposes.Entry, 3);
        var spread = new HolderDraws(own, strata, rank: 4);
        var alone = new HolderDraws(own, strata: null, rank: 4);
        for (int draw = 0; draw < 6; draw++)
        {
            double wanted = alone.NextUniform();
            Assert.Equal(draw < Dimensions ? strata.At(4, draw) : wanted, spread.NextUniform());
        }
    }

    [Fact]
    public void The_largest_comes_first_and_of_two_alike_the_one_that_stands_first() =>
        Assert.Equal([2, 0, 3, 1], SizeRanks.Of([5, 9, 1, 9]));

    private static Strata Of(Seed seed) => new(seed, DrawPurposes.StrataOfEntries, 3, isLong: true, Dimensions);
}
