using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>Loans of one kind, drawn so that their collateral adds up to the last unit.</summary>
/// <param name="Name">In its market; the luck of its loans depends on it.</param>
/// <param name="Loans">Simulated; positive.</param>
/// <param name="Population">Loans that they stand for together; at least as many.</param>
/// <param name="DebtAsset">Index of what is owed among the market's assets.</param>
/// <param name="Collateral">By asset: of all loans together, each loan has all of them in the same proportion.</param>
/// <param name="SizeSigma">Standard deviation of the logarithm of a loan's size.</param>
/// <param name="MedianHealth">Median of what may be owed over what is owed; above 1.</param>
/// <param name="HealthSigma">Standard deviation of the logarithm of that ratio less 1.</param>
public sealed record LoanPool(
    string Name,
    int Loans,
    int Population,
    int DebtAsset,
    IReadOnlyList<Money> Collateral,
    double SizeSigma,
    double MedianHealth,
    double HealthSigma
)
{
    /// <summary>In a kind.</summary>
    public const int MostLoans = 1_000_000;

    /// <summary>How many loans the i-th one stands for; the weights add up to the population.</summary>
    public int WeightOf(int i) => new CrowdOfVenue(Loans, Population).WeightOf(i);
}
