using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>One instrument of a venue in a world.</summary>
/// <param name="Coin">Index of the coin whose prices it follows.</param>
/// <param name="OpenInterest">Of one side, at the start.</param>
/// <param name="OpenInterestValue">Its value at the start; the chance that an account is in this coin is in proportion.</param>
/// <param name="Mixture">Cumulative shares of the leverage components in the open interest; the last is 1.</param>
public sealed record ListingParameters(int Coin, Quantity OpenInterest, double OpenInterestValue, double[] Mixture);
