using Breakwater.Exchange;
using Breakwater.Simulation;

namespace Breakwater.Lab.Map;

/// <summary>What is kept of a venue's crowd once it has been drawn and asked.</summary>
/// <param name="Fuses">By listing, all coins falling together.</param>
/// <param name="Block">One coin falling at a time.</param>
/// <param name="Changed">The same under each of <see cref="RuleChange.All"/>; null where the venue has no such rule, empty where not asked for.</param>
internal sealed record VenueMeasure(
    IReadOnlyList<CoinFuse> Fuses,
    InfectionBlock Block,
    IReadOnlyList<InfectionBlock?> Changed
)
{
    public static VenueMeasure Of(
        WorldParameters world,
        VenueInWorld venue,
        MapConditions conditions,
        double within,
        bool withChanges
    )
    {
        VenueRules own = venue.Parameters.Rules;
        return new VenueMeasure(
            CommonFall.FusesOf(world, venue, conditions),
            BlockUnder(own, speed: 1)!,
            withChanges && !venue.Parameters.IsSpot
                ? [.. RuleChange.All.Select(change => BlockUnder(change.Apply(own), change.FundSpeed))]
                : []
        );

        InfectionBlock? BlockUnder(VenueRules? rules, double speed) =>
            rules is null
                ? null
                : InfectionBlock.Of(
                    venue,
                    rules,
                    within,
                    conditions.Fills,
                    conditions.SoldByFund(venue.Parameters, speed)
                );
    }
}
