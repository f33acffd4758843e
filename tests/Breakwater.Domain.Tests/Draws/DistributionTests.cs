using System.Runtime.CompilerServices;

namespace Breakwater.Domain.Tests;

/// <summary>Fixed seeds: these pass or fail for good. The bounds are four standard deviations and more.</summary>
public class DistributionTests
{
    private const int Count = 1 << 20;
    private const int Cells = 256;

    private static readonly Seed Seed = new(20_251_010);
    private static readonly DrawPurpose Purpose = new(1);

    [Fact]
    public void Uniforms_fill_their_cells_evenly() =>
        AssertEven(Draw((ref s) => s.NextUniform()).Select(u => (int)(u * Cells)), Cells);

    [Fact]
    public void Uniforms_lie_strictly_between_0_and_1_at_the_extreme_words()
    {
        Assert.Equal(Math.ScaleB(1, -53), UniformOf(ulong.MinValue));
        Assert.Equal(1 - Math.ScaleB(1, -53), UniformOf(ulong.MaxValue));
        Assert.Equal(0.5 + Math.ScaleB(1, -53), UniformOf(1UL << 63));
    }

    [Fact]
    public void Low_bits_are_as_even_as_high_ones() =>
        AssertEven(Words(Count).Select(word => (int)(word & (Cells - 1))), Cells);

    [Theory]
    [InlineData("seed")]
    [InlineData("participant")]
    [InlineData("purpose")]
    [InlineData("bucket")]
    public void First_draws_of_neighbouring_streams_are_even_and_unrelated(string neighbours)
    {
        double[] firsts = [.. Enumerable.Range(0, 1 << 16).Select(i => FirstOf(neighbours, i))];
        AssertEven(firsts.Select(u => (int)(u * Cells)), Cells);
        double covariance = firsts.Zip(firsts.Skip(1), (a, b) => (a - 0.5) * (b - 0.5)).Average();
        Assert.InRange(covariance * 12, -4 / 256.0, 4 / 256.0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Whole_numbers_below_a_bound_are_even(int bound) =>
        AssertEven(Draw((ref s) => s.NextBelow((ulong)bound)).Select(x => (int)x), bound);

    [Fact]
    public void A_bound_that_does_not_divide_2_to_the_64_gets_no_bias()
    {
        // Two thirds of 2^64: without rejection, even numbers would come up twice as often as odd ones.
        const ulong bound = 0xAAAA_AAAA_AAAA_AAAB;
        AssertEven(Draw((ref s) => s.NextBelow(bound)).Select(x => (int)(x % 2)), 2);
        AssertEven(Draw((ref s) => s.NextBelow(bound)).Select(x => (int)(x / (bound / 100 + 1))), 100);
    }

    [Fact]
    public void Bernoulli_draws_are_true_with_their_probability()
    {
        double share = Draw((ref s) => s.NextBernoulli(0.3) ? 1.0 : 0.0).Average();
        Assert.InRange(share, 0.3 - 0.0018, 0.3 + 0.0018);
        Assert.DoesNotContain(1.0, Draw((ref s) => s.NextBernoulli(0) ? 1.0 : 0.0));
        Assert.DoesNotContain(0.0, Draw((ref s) => s.NextBernoulli(1) ? 1.0 : 0.0));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Probabilities_out_of_range_are_refused(double probability) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => default(DrawStream).NextBernoulli(probability));

    [Fact]
    public void A_bound_of_zero_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => default(DrawStream).NextBelow(0));

    [Fact]
    public void Normals_have_the_moments_and_tails_of_the_normal_distribution()
    {
        double[] z = [.. Draw((ref s) => s.NextNormal())];
        double deviation = 4 / Math.Sqrt(Count);
        Assert.InRange(z.Average(), -deviation, deviation);
        Assert.InRange(z.Average(x => x * x) - 1, -deviation * Math.Sqrt(2), deviation * Math.Sqrt(2));
        Assert.InRange(z.Average(x => x * x * x), -deviation * Math.Sqrt(15), deviation * Math.Sqrt(15));
        Assert.InRange(z.Average(x => x * x * x * x) - 3, -deviation * Math.Sqrt(96), deviation * Math.Sqrt(96));
        Assert.InRange(z.Count(x => Math.Abs(x) > 3) / (double)Count, 0.0027 - 0.0002, 0.0027 + 0.0002);
    }

    [Fact]
    public void Exponentials_are_positive_with_mean_and_variance_1()
    {
        double[] x = [.. Draw((ref s) => s.NextExponential())];
        Assert.True(x.Min() > 0);
        Assert.InRange(x.Average(), 1 - 0.004, 1 + 0.004);
        Assert.InRange(x.Average(value => (value - 1) * (value - 1)), 1 - 0.011, 1 + 0.011);
    }

    [Fact]
    public void Log_normals_are_exponentials_of_the_scaled_normal_draw()
    {
        DrawStream logNormal = new(Seed, 1, Purpose, 0);
        DrawStream normal = logNormal;
        for (int i = 0; i < 1_000; i++)
        {
            Bits.Equal(PortableMath.Exp(2 + 0.5 * normal.NextNormal()), logNormal.NextLogNormal(2, 0.5));
        }
    }

    private delegate T Kind<T>(ref DrawStream stream);

    private static IEnumerable<T> Draw<T>(Kind<T> kind)
    {
        DrawStream stream = new(Seed, 1, Purpose, 0);
        for (int i = 0; i < Count; i++)
        {
            yield return kind(ref stream);
        }
    }

    private static IEnumerable<ulong> Words(int count) => Draw((ref s) => s.NextUInt64()).Take(count);

    private static double FirstOf(string neighbours, int i)
    {
        DrawStream stream = neighbours switch
        {
            "seed" => new(new Seed((ulong)i), 1, Purpose, 0),
            "participant" => new(Seed, (uint)i, Purpose, 0),
            "purpose" => new(Seed, 1, new DrawPurpose((ushort)i), 0),
            _ => new(Seed, 1, Purpose, i),
        };
        return stream.NextUniform();
    }

    private static double UniformOf(ulong word)
    {
        DrawStream stream = default;
        stream.NextUInt64();
        OddDraw(ref stream) = word;
        return stream.NextUniform();
    }

    // Pearson's chi-square has mean n and variance 2n with n degrees of freedom.
    private static void AssertEven(IEnumerable<int> cells, int count)
    {
        int[] observed = new int[count];
        foreach (int cell in cells)
        {
            observed[cell]++;
        }

        double expected = observed.Sum() / (double)count;
        double chiSquare = observed.Sum(n => (n - expected) * (n - expected) / expected);
        double freedom = count - 1;
        double deviation = 4 * Math.Sqrt(2 * freedom);
        Assert.InRange(chiSquare, Math.Max(freedom - deviation, 0), freedom + deviation);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_oddDraw")]
    private static extern ref ulong OddDraw(ref DrawStream stream);
}
