namespace Breakwater.Simulation;

/// <summary>How many accounts one venue's crowd has.</summary>
/// <param name="Accounts">Simulated accounts; positive.</param>
/// <param name="Population">Accounts that they stand for together; at least as many.</param>
public readonly record struct CrowdOfVenue(int Accounts, int Population)
{
    /// <summary>How many accounts the i-th one stands for; the weights add up to the population.</summary>
    public int WeightOf(int i) => (int)((long)(i + 1) * Population / Accounts - (long)i * Population / Accounts);
}
