using Breakwater.Domain;

namespace Breakwater.Lab;

/// <summary>Which values each sample with replacement takes: the same for every figure, and on every machine.</summary>
/// <remarks>Sample number i draws from a counter-based stream of its own, so that none depends on how many were drawn before it.</remarks>
public sealed class Resamples
{
    private const int Samples = 4000;
    private static readonly Seed s_seed = new(20_251_010);
    private static readonly DrawPurpose s_resampling = new(1);

    private readonly Dictionary<int, int[][]> _ofSize = [];

    public double[] MeansOf(IReadOnlyList<double> values)
    {
        int[][] samples = Of(values.Count);
        var means = new double[samples.Length];
        for (int sample = 0; sample < means.Length; sample++)
        {
            double sum = 0;
            foreach (int drawn in samples[sample])
            {
                sum += values[drawn];
            }

            means[sample] = sum / values.Count;
        }

        return means;
    }

    private int[][] Of(int size)
    {
        if (!_ofSize.TryGetValue(size, out int[][]? samples))
        {
            samples = [.. Enumerable.Range(0, Samples).Select(sample => Draw(sample, size))];
            _ofSize.Add(size, samples);
        }

        return samples;
    }

    private static int[] Draw(int sample, int size)
    {
        var draws = new DrawStream(s_seed, (uint)sample, s_resampling, bucket: size);
        var drawn = new int[size];
        for (int i = 0; i < size; i++)
        {
            drawn[i] = (int)draws.NextBelow((ulong)size);
        }

        return drawn;
    }
}
