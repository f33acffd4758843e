namespace Breakwater.Indicators;

/// <summary>What a market takes before its price falls by a percent, as a function of how much it has taken.</summary>
/// <remarks>
/// Makers stand at the same density wherever the price is, since they refill; latent buyers grow linearly with the distance
/// from what the coin is worth to them: <c>D(y) = makers + slope × y</c>. Selling Q dollars then moves the price by the y at
/// which <c>makers × y + slope × y² ÷ 2 = Q</c>, and the depth there is <c>√(makers² + 2 × slope × Q)</c>. Slope zero is
/// permanent linear impact; makers zero is square-root impact. Assumptions: docs/models/cascade.md.
/// </remarks>
/// <param name="Makers">Dollars per percent; not negative.</param>
/// <param name="LatentSlope">Dollars per percent, for each percent of distance; not negative.</param>
public readonly record struct MarketDepth(double Makers, double LatentSlope)
{
    private const double PercentSquared = 10_000;

    /// <param name="density">Latent orders in dollars per squared unit of logarithmic price.</param>
    public static MarketDepth FromLatentDensity(double makers, double density) => new(makers, density / PercentSquared);

    /// <summary>Percent by which the price has moved when so many dollars were sold.</summary>
    /// <returns>Infinite where nobody buys.</returns>
    public double MoveOf(double dollars)
    {
        if (dollars == 0)
        {
            return 0;
        }

        // The larger root of the quadratic, in the form that loses no digits when the slope is small.
        return 2 * dollars / (Makers + After(dollars));
    }

    /// <summary>Dollars that move the price by the next percent after so many were sold.</summary>
    public double After(double dollars) => Math.Sqrt(Makers * Makers + 2 * LatentSlope * dollars);
}
