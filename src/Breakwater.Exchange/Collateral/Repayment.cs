using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>A debt that was repaid by selling collateral.</summary>
/// <param name="Asset">In which the debt is.</param>
/// <param name="Repaid">In units of the asset.</param>
/// <param name="Owed">What was to be repaid and could not be, in units of the asset.</param>
public sealed record Repayment(string Asset, Rational Repaid, Rational Owed, IReadOnlyList<CollateralSale> Sales);
