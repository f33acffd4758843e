namespace Breakwater.Lab;

/// <summary>The size from which on a fund is exhausted no more often than so.</summary>
/// <param name="Probability">Of exhaustion.</param>
/// <param name="Size">Quantile of what the fund needed: linear between order statistics; the largest where seeds are too few.</param>
public sealed record FundQuantile(double Probability, double Size);
