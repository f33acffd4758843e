using Breakwater.Domain;

namespace Breakwater.Indicators;

/// <summary>Whether two correlations of the same pair, measured in two periods, differ by more than chance would make them.</summary>
/// <param name="Statistic">Standard normal where the true correlations are equal.</param>
/// <remarks>
/// Formula: z = (atanh r2 - atanh r1) / sqrt(1/(n1 - 3) + 1/(n2 - 3)). Source: R. A. Fisher, "On the probable error of a
/// coefficient of correlation deduced from a small sample", Metron 1 (1921). It takes observations for independent and normal;
/// returns have fatter tails, so a value just beyond the bound says little.
/// </remarks>
public readonly record struct Decoupling(double Statistic)
{
    /// <summary>Two-sided, 5 %.</summary>
    public const double Bound = 1.959963984540054;

    /// <summary>The later correlation is higher.</summary>
    public bool HasRisen => Statistic > Bound;

    /// <summary>The later correlation is lower: the pair has come apart.</summary>
    public bool HasFallen => Statistic < -Bound;

    /// <param name="before">Correlation of <paramref name="countBefore"/> pairs, within -1 and 1, both exclusive.</param>
    /// <param name="countBefore">At least 4.</param>
    public static Decoupling Between(double before, int countBefore, double after, int countAfter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(countBefore, 4);
        ArgumentOutOfRangeException.ThrowIfLessThan(countAfter, 4);
        double error = Math.Sqrt((1.0 / (countBefore - 3)) + (1.0 / (countAfter - 3)));
        return new Decoupling((InverseTanh(after) - InverseTanh(before)) / error);
    }

    private static double InverseTanh(double r) => PortableMath.Log((1 + r) / (1 - r)) / 2;
}
