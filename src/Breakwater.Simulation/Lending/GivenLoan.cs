using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>A loan that is known by name.</summary>
/// <param name="Collateral">By asset.</param>
public sealed record GivenLoan(string Name, int DebtAsset, Money Debt, IReadOnlyList<Money> Collateral);
