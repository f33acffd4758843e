using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What follows for every schedule.</summary>
public static class MarginRequirements
{
    public static Requirement Of(this IMarginRequirements schedule, Rational notional, Rational quantity) =>
        schedule.Tier(schedule.TierOf(notional, quantity), quantity);
}
