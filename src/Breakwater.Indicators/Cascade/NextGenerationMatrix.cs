namespace Breakwater.Indicators;

/// <summary>Dollars of forced selling in market i that one dollar of it in market j causes, for every pair of markets.</summary>
/// <remarks>
/// Its spectral radius is the reproduction number of the markets together: generations grow where it is above 1. The right
/// eigenvector says how forced selling spreads over the markets once it has gone on for some generations; the left one how
/// much a first dollar in each market counts in the end. A change dK moves the radius by <c>uᵀ dK v ÷ uᵀ v</c> (first-order
/// perturbation of a simple eigenvalue). Source: O. Diekmann, J. A. P. Heesterbeek and M. G. Roberts, "The construction of
/// next-generation matrices for compartmental epidemic models", Journal of the Royal Society Interface 7, 2010.
/// </remarks>
public sealed class NextGenerationMatrix
{
    private const int Iterations = 20_000;
    private const double Tolerance = 1e-13;

    private readonly double[] _entries;

    /// <param name="entries">Square, row by row; finite and not negative.</param>
    /// <exception cref="ArgumentException">They are not.</exception>
    public NextGenerationMatrix(int size, ReadOnlySpan<double> entries)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        if (entries.Length != size * size)
        {
            throw new ArgumentException("A matrix has as many entries as its size squared.", nameof(entries));
        }

        foreach (double entry in entries)
        {
            if (!double.IsFinite(entry) || entry < 0)
            {
                throw new ArgumentException("Entries are finite and not negative.", nameof(entries));
            }
        }

        Size = size;
        _entries = [.. entries];
        (SpectralRadius, Right) = Dominant(transposed: false);
        (_, Left) = Dominant(transposed: true);
    }

    public int Size { get; }

    /// <summary>R of the markets together.</summary>
    public double SpectralRadius { get; }

    /// <summary>Where forced selling ends up: shares that add up to 1.</summary>
    public IReadOnlyList<double> Right { get; }

    /// <summary>How much a first dollar in each market counts: shares that add up to 1.</summary>
    public IReadOnlyList<double> Left { get; }

    public double this[int into, int from] => _entries[into * Size + from];

    /// <summary>By how much the radius changes, to first order, for a change of the entries.</summary>
    /// <param name="change">Row by row.</param>
    /// <returns>Not a number where the radius belongs to no single pair of eigenvectors.</returns>
    public double Derivative(ReadOnlySpan<double> change)
    {
        double above = 0;
        double below = 0;
        for (int into = 0; into < Size; into++)
        {
            below += Left[into] * Right[into];
            for (int from = 0; from < Size; from++)
            {
                above += Left[into] * change[into * Size + from] * Right[from];
            }
        }

        return below > 0 ? above / below : double.NaN;
    }

    // Power iteration. Half of the last vector is kept, so that markets that only infect each other in turn converge too.
    private (double Radius, double[] Vector) Dominant(bool transposed)
    {
        var vector = new double[Size];
        Array.Fill(vector, 1.0 / Size);
        double radius = 0;
        for (int i = 0; i < Iterations; i++)
        {
            double[] next = Times(vector, transposed);
            double sum = 0;
            foreach (double part in next)
            {
                sum += part;
            }

            double moved = 0;
            for (int k = 0; k < Size; k++)
            {
                double share = sum > 0 ? (vector[k] + next[k] / sum) / 2 : vector[k];
                moved += Math.Abs(share - vector[k]);
                vector[k] = share;
            }

            radius = sum;
            if (moved < Tolerance)
            {
                break;
            }
        }

        return (radius, vector);
    }

    private double[] Times(double[] vector, bool transposed)
    {
        var product = new double[Size];
        for (int row = 0; row < Size; row++)
        {
            for (int column = 0; column < Size; column++)
            {
                product[row] += (transposed ? this[column, row] : this[row, column]) * vector[column];
            }
        }

        return product;
    }
}
