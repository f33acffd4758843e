using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>Draws for those who hold one side of a listing, spread evenly over any run of neighbours in size.</summary>
/// <remarks>
/// A Kronecker sequence over ranks by size, shifted by a draw of the crowd: each draw alone is uniform, and of neighbours in size
/// each draw alone is spread. Jointly the few largest may still share their luck: powers of one number nearly repeat. Source of the
/// steps: Roberts, "The unreasonable effectiveness of quasirandom sequences", 2018; of the shift: Cranley and Patterson, SIAM Journal
/// on Numerical Analysis 13, 1976.
/// </remarks>
internal sealed class Strata
{
    private const int Iterations = 64;
    private const double Least = 1.0 / (1L << 53);

    private readonly double[] _steps;
    private readonly double[] _shifts;

    /// <param name="purpose">What is drawn; each has shifts of its own.</param>
    /// <param name="bucket">Of the venue and listing.</param>
    /// <param name="dimensions">How many draws of each holder are spread, jointly.</param>
    public Strata(Seed seed, DrawPurpose purpose, long bucket, bool isLong, int dimensions)
    {
        var draws = new DrawStream(seed, isLong ? 0u : 1u, purpose, bucket);
        _shifts = new double[dimensions];
        _steps = new double[dimensions];
        double ratio = Ratio(dimensions);
        double step = 1;
        for (int dimension = 0; dimension < dimensions; dimension++)
        {
            step /= ratio;
            _steps[dimension] = step;
            _shifts[dimension] = draws.NextUniform();
        }
    }

    public int Dimensions => _steps.Length;

    /// <param name="rank">0 for the largest holder.</param>
    /// <returns>Between 0 and 1, never either.</returns>
    public double At(int rank, int dimension)
    {
        double at = _shifts[dimension] + rank * _steps[dimension];
        return Math.Max(at - Math.Floor(at), Least);
    }

    // The root of x^(d + 1) = x + 1: the golden ratio for one dimension.
    private static double Ratio(int dimensions)
    {
        double ratio = 2;
        for (int i = 0; i < Iterations; i++)
        {
            ratio = PortableMath.Pow(1 + ratio, 1.0 / (dimensions + 1));
        }

        return ratio;
    }
}
