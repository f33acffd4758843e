using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>One instrument of a venue in a world.</summary>
/// <param name="Coin">Index of the coin whose prices it follows.</param>
/// <param name="OpenInterest">Of one side, at the start.</param>
/// <param name="OpenInterestValue">Its value at the start; the chance that an account is in this coin is in proportion.</param>
/// <param name="Mixture">Cumulative shares of the leverage components in the open interest; the last is 1.</param>
public sealed record ListingParameters(int Coin, Quantity OpenInterest, double OpenInterestValue, double[] Mixture)
{
    /// <summary>Everybody's leverage in this coin over what the mixture says; positive.</summary>
    public double LeverageFactor { get; init; } = 1;

    /// <summary>Dollars that makers quote within 1 % of the middle on each side on a calm day; zero under a tape.</summary>
    public double Depth { get; init; }

    /// <summary>Share of the coin's latent orders and noise that trades here; over all venues they add up to 1.</summary>
    public double FlowShare { get; init; }

    /// <summary>Of the short side, what makers and carry traders hold; the crowd holds the rest.</summary>
    public Quantity Carried { get; init; }
}
