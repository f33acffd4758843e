using Breakwater.Domain;

namespace Breakwater.Simulation.Tests;

/// <summary>Draws that neighbours in size do not share.</summary>
public sealed class ScrambledSobolTests
{
    private const int Most = 8;

    [Fact]
    public void Of_each_aligned_run_every_draw_takes_each_of_as_many_parts_once()
    {
        ScrambledSobol points = Of(new Seed(7), Most);
        foreach (int first in (int[])[0, 64, 640, 1_024_000])
        {
            for (int draw = 0; draw < Most; draw++)
            {
                int[] parts =
                [
                    .. Enumerable.Range(first, 64).Select(rank => (int)(At(points, rank, draw) * 64)).Order(),
                ];
                Assert.Equal(Enumerable.Range(0, 64), parts);
            }
        }
    }

    // Of 256 squares, 2^quality points each.
    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(0, 2, 0)]
    [InlineData(1, 2, 1)]
    [InlineData(5, 6, 1)]
    [InlineData(3, 7, 2)]
    public void Every_two_draws_are_spread_jointly(int one, int other, int quality)
    {
        ScrambledSobol points = Of(new Seed(7), Most);
        const int side = 16;
        int each = 1 << quality;
        int[] ofSquare =
        [
            .. Enumerable
                .Range(0, side * side * each)
                .GroupBy(rank => (int)(At(points, rank, one) * side) * side + (int)(At(points, rank, other) * side))
                .Select(square => square.Count()),
        ];
        Assert.Equal(side * side, ofSquare.Length);
        Assert.All(ofSquare, count => Assert.Equal(each, count));
    }

    // Points 1, 2, 4, 8 and 16 in the order of Gray's code, as programs have them that read the numbers of Joe and Kuo: of
    // each dimension the first five directions follow from them. In sixty-fourths.
    [Theory]
    [InlineData(1, 32, 32, 32, 32, 32, 32, 32, 32)]
    [InlineData(2, 48, 16, 16, 16, 48, 48, 16, 48)]
    [InlineData(4, 24, 24, 40, 56, 24, 8, 24, 56)]
    [InlineData(8, 12, 20, 60, 28, 36, 20, 28, 60)]
    [InlineData(16, 6, 30, 30, 42, 18, 62, 34, 54)]
    public void Before_scrambling_it_is_the_sequence_of_Joe_and_Kuo(int number, params int[] point)
    {
        uint index = (uint)(number ^ (number >> 1));
        Assert.Equal(point, Enumerable.Range(0, Most).Select(draw => (int)(ScrambledSobol.PointAt(index, draw) >> 26)));
    }

    // Reckoned apart from the engine, from the published steps.
    [Theory]
    [InlineData(0u, 0u, 0u)]
    [InlineData(1u, 0x12345678u, 0x1679D7F7u)]
    [InlineData(5u, 0xDEADBEEFu, 0xA7924958u)]
    public void The_hash_is_the_published_one(uint digits, uint seed, uint scrambled) =>
        Assert.Equal(scrambled, ScrambledSobol.Scramble(digits, seed));

    [Fact]
    public void Three_draws_are_spread_jointly()
    {
        ScrambledSobol points = Of(new Seed(7), 3);
        int[] ofOctant =
        [
            .. Enumerable
                .Range(0, 800)
                .GroupBy(rank => Enumerable.Range(0, 3).Sum(draw => At(points, rank, draw) < 0.5 ? 1 << draw : 0))
                .Select(octant => octant.Count()),
        ];
        Assert.Equal(8, ofOctant.Length);
        Assert.All(ofOctant, count => Assert.InRange(count, 96, 104));
    }

    // In one and the same order the first digits of both would agree or differ throughout.
    [Fact]
    public void Two_sequences_tell_nothing_of_each_other()
    {
        const int pairs = 512;
        const int ranks = 1_024;
        var agreeing = new double[pairs];
        for (int seed = 0; seed < pairs; seed++)
        {
            ScrambledSobol entries = Of(new Seed((ulong)seed), 1, DrawPurposes.StrataOfEntries);
            ScrambledSobol intentions = Of(new Seed((ulong)seed), 1, DrawPurposes.StrataOfBehaviour);
            agreeing[seed] = Enumerable
                .Range(0, ranks)
                .Count(rank => At(entries, rank, 0) < 0.5 == At(intentions, rank, 0) < 0.5);
        }

        // As tosses of a coin: half of them, give or take the root of a quarter of their number.
        double mean = agreeing.Average();
        double deviation = Math.Sqrt(agreeing.Average(count => (count - mean) * (count - mean)));
        Assert.InRange(mean, 0.48 * ranks, 0.52 * ranks);
        Assert.InRange(deviation, 0.5 * Math.Sqrt(ranks / 2.0), 1.5 * Math.Sqrt(ranks / 2.0));
    }

    [Fact]
    public void Over_crowds_each_single_draw_is_uniform()
    {
        foreach (int rank in (int[])[0, 5])
        {
            double[] draws =
            [
                .. Enumerable.Range(1, 4_000).Select(seed => At(Of(new Seed((ulong)seed), 3), rank, 1)).Order(),
            ];
            double farthest = draws.Select((draw, i) => Math.Abs(draw - (i + 0.5) / draws.Length)).Max();

            // Kolmogorov and Smirnov: 1.95 over the root of the count is passed once in a thousand.
            Assert.InRange(farthest, 0, 1.95 / Math.Sqrt(4_000));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public void Dimensions_are_from_one_to_eight(int dimensions) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(new Seed(7), dimensions));

    [Fact]
    public void A_holder_draws_alone_once_the_shared_draws_are_used_up()
    {
        ScrambledSobol points = Of(new Seed(7), 3);
        var own = new DrawStream(new Seed(7), 11, DrawPurposes.Entry, 3);
        var spread = new HolderDraws(own, points, rank: 4);
        var alone = new HolderDraws(own, shared: null, rank: 4);
        for (int draw = 0; draw < 6; draw++)
        {
            double wanted = alone.NextUniform();
            Assert.Equal(draw < 3 ? At(points, 4, draw) : wanted, spread.NextUniform());
        }
    }

    private static double At(ScrambledSobol points, int rank, int draw) => points.At(points.IndexOf(rank), draw);

    private static ScrambledSobol Of(Seed seed, int dimensions) => Of(seed, dimensions, DrawPurposes.StrataOfEntries);

    private static ScrambledSobol Of(Seed seed, int dimensions, DrawPurpose purpose) =>
        new(new DrawStream(seed, participant: 0, purpose, bucket: 3), dimensions);
}
