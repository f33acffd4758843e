namespace Breakwater.Lab;

/// <summary>How often a fund of some size would have been exhausted on the paths of the ensemble.</summary>
/// <param name="Size">Capital at the start, in units of the settlement currency; in dollars where that is a coin.</param>
/// <param name="OverCapital">The same over the capital that it had.</param>
public sealed record FundSizePoint(double Size, double OverCapital, ShareEstimate Exhausted);
