using System.Runtime.CompilerServices;

namespace Breakwater.Domain.Tests;

public class DrawStreamTests
{
    private static readonly Seed Seed = new(0x0123456789ABCDEF);
    private static readonly DrawPurpose Purpose = new(0xBEEF);
    private const uint Participant = 0xC0FFEE01;
    private const long Bucket = 0x7654_8BADF00D;

    [Fact]
    public void Counter_and_key_are_laid_out_as_documented()
    {
        DrawStream stream = new(Seed, Participant, Purpose, Bucket);
        for (uint block = 0; block < 3; block++)
        {
            (ulong first, ulong second) = Philox4x32.Block(block, Participant, 0x8BADF00D, 0xBEEF7654, Seed.Value);
            Assert.Equal(first, stream.NextUInt64());
            Assert.Equal(second, stream.NextUInt64());
        }
    }

    [Fact]
    public void Streams_that_differ_in_any_bit_of_their_key_share_no_draw()
    {
        HashSet<ulong> draws = [];
        int count = 0;
        foreach (DrawStream keyed in StreamsThatDifferInOneBit())
        {
            DrawStream stream = keyed;
            for (int i = 0; i < 100; i++, count++)
            {
                draws.Add(stream.NextUInt64());
            }
        }

        Assert.Equal(count, draws.Count);
    }

    [Fact]
    public void The_default_is_the_stream_of_zeros()
    {
        DrawStream fromDefault = default;
        DrawStream fromZeros = new(new Seed(0), 0, new DrawPurpose(0), 0);
        Assert.Equal(fromZeros.NextUInt64(), fromDefault.NextUInt64());
    }

    [Fact]
    public void A_copy_goes_on_from_the_same_index()
    {
        DrawStream stream = new(Seed, Participant, Purpose, Bucket);
        stream.NextUInt64();
        DrawStream copy = stream;
        Assert.Equal(stream.NextUInt64(), copy.NextUInt64());
        Assert.Equal(stream.NextUInt64(), copy.NextUInt64());
    }

    [Fact]
    public void An_exhausted_stream_throws_again_and_again()
    {
        DrawStream stream = new(Seed, Participant, Purpose, Bucket);
        Index(ref stream) = (1UL << 33) - 2;
        stream.NextUInt64();
        stream.NextUInt64();
        Assert.Throws<OverflowException>(() => stream.NextUInt64());
        Assert.Throws<OverflowException>(() => stream.NextUInt64());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(DrawStream.BucketCount)]
    public void Buckets_out_of_range_are_refused(long bucket) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DrawStream(Seed, Participant, Purpose, bucket));

    [Fact]
    public void Draws_do_not_allocate()
    {
        SumOfAllKinds(10);
        long before = GC.GetAllocatedBytesForCurrentThread();
        SumOfAllKinds(1_000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static double SumOfAllKinds(int rounds)
    {
        double sum = 0;
        for (uint i = 0; i < rounds; i++)
        {
            DrawStream stream = new(Seed, i, Purpose, Bucket);
            sum += stream.NextUniform() + stream.NextNormal() + stream.NextExponential() + stream.NextLogNormal(0, 1);
            sum += stream.NextBelow(10);
            sum += stream.NextBernoulli(0.5) ? 1 : 0;
        }

        return sum;
    }

    private static IEnumerable<DrawStream> StreamsThatDifferInOneBit()
    {
        yield return new(Seed, Participant, Purpose, Bucket);
        for (int bit = 0; bit < 64; bit++)
        {
            yield return new(new Seed(Seed.Value ^ (1UL << bit)), Participant, Purpose, Bucket);
        }

        for (int bit = 0; bit < 32; bit++)
        {
            yield return new(Seed, Participant ^ (1U << bit), Purpose, Bucket);
        }

        for (int bit = 0; bit < 16; bit++)
        {
            yield return new(Seed, Participant, new DrawPurpose((ushort)(Purpose.Value ^ (1 << bit))), Bucket);
        }

        for (int bit = 0; bit < 48; bit++)
        {
            yield return new(Seed, Participant, Purpose, Bucket ^ (1L << bit));
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_index")]
    private static extern ref ulong Index(ref DrawStream stream);
}
