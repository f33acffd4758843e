using System.ComponentModel;

namespace Breakwater.Runs;

/// <summary>Loans of one kind.</summary>
internal sealed record LoanPoolDocument
{
    [Description("Of all these loans together, in a coin of the scenario.")]
    public required Stated<Amount> Collateral { get; init; }

    [Description("A second collateral, of all together; each loan has both in the same proportion.")]
    public Stated<Amount>? Alongside { get; init; }

    [Description("What is owed: a dollar token (USDC, USDT or DAI) or a coin of the scenario.")]
    public required Stated<string> Debt { get; init; }

    [Description("Loans that are simulated.")]
    public required Stated<int> Accounts { get; init; }

    [Description("Loans that they stand for; at least as many.")]
    public required Stated<int> Population { get; init; }

    [Description("Standard deviation of the logarithm of a loan's size.")]
    public required Stated<double> SizeSigma { get; init; }

    [Description("Median of what may be owed over what is owed; above 1.")]
    public required Stated<double> MedianHealth { get; init; }

    [Description("Standard deviation of the logarithm of that ratio less 1.")]
    public required Stated<double> HealthSigma { get; init; }
}
