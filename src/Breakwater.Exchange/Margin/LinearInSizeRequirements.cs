using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Rates that rise in proportion to the size of the position, without tiers.</summary>
/// <remarks>Source: docs/venues/deribit-linear.md.</remarks>
/// <param name="initialRate">Of a position of no size.</param>
/// <param name="maintenanceRate">Of a position of no size.</param>
/// <param name="perUnit">Added to both rates for each coin.</param>
public sealed class LinearInSizeRequirements(Rational initialRate, Rational maintenanceRate, Rational perUnit)
    : IMarginRequirements
{
    public TierMeasure Measure => TierMeasure.Quantity;

    public int Tiers => 1;

    public Requirement Tier(int tier, Rational quantity) =>
        new(Rational.Zero, maintenanceRate + perUnit * quantity, Rational.Zero, initialRate + perUnit * quantity);

    public int TierOf(Rational notional, Rational quantity) => 0;
}
