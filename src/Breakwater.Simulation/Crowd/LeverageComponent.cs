using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>One kind of trader in the leverage mixture.</summary>
/// <param name="MedianLeverage">Notional over margin at entry; log-normal around it, cut to 1x and to what the bracket allows.</param>
/// <param name="Sigma">Standard deviation of the logarithm.</param>
/// <param name="HalfLife">In which half of its positions are closed again: how recent its entries are.</param>
public sealed record LeverageComponent(string Name, double MedianLeverage, double Sigma, Duration HalfLife);
