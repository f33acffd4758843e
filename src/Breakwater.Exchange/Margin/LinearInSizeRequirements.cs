using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Rates that rise in proportion to the size of the position, without tiers.</summary>
/// <remarks>Formula: <see cref="RateInSize"/>.</remarks>
/// <param name="initialRate">Of a position of no size.</param>
/// <param name="maintenanceRate">Of a position of no size.</param>
/// <param name="perUnit">Added to both rates for each coin.</param>
public sealed class LinearInSizeRequirements(Rational initialRate, Rational maintenanceRate, Rational perUnit)
    : IMarginRequirements
{
    private static readonly Rational s_highestMaintenance = Rational.FromRate(RateInSize.HighestMaintenance);

    public TierMeasure Measure => TierMeasure.Quantity;

    public int Tiers => 1;

    public Requirement Tier(int tier, Rational quantity) =>
        new(
            Rational.Zero,
            RateInSize.Of(maintenanceRate, perUnit, quantity, s_highestMaintenance),
            Rational.Zero,
            RateInSize.Of(initialRate, perUnit, quantity, Rational.One)
        );

    public int TierOf(Rational notional, Rational quantity) => 0;
}
