using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>One rate and one deduction at any size: what somebody states who overrides a venue's tables.</summary>
public sealed class SingleRequirement(Requirement requirement) : IMarginRequirements
{
    public TierMeasure Measure => TierMeasure.Notional;

    public int Tiers => 1;

    public Requirement Tier(int tier, Rational quantity) => requirement;

    public int TierOf(Rational notional, Rational quantity) => 0;
}
