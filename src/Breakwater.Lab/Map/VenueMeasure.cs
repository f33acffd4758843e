using Breakwater.Exchange;
using Breakwater.Simulation;

namespace Breakwater.Lab.Map;

/// <summary>What is kept of a venue's crowd once it has been drawn and asked.</summary>
/// <param name="Fuses">By listing, all coins falling together.</param>
/// <param name="Block">One coin falling at a time.</param>
/// <param name="Changed">The same under each of <see cref="RuleChange.All"/>; null where the venue has no such rule.</param>
internal sealed record VenueMeasure(
    IReadOnlyList<CoinFuse> Fuses,
    InfectionBlock Block,
    IReadOnlyList<InfectionBlock?> Changed
)
{
    public static VenueMeasure Of(WorldParameters world, VenueInWorld venue, MapConditions conditions, double within)
    {
        VenueRules own = venue.Parameters.Rules;
        double later = conditions.SoldByFund(venue.Parameters);
        var block = InfectionBlock.Of(venue, own, cap: null, within, conditions.Fills, later);
        return new VenueMeasure(
            CommonFall.FusesOf(world, venue, conditions),
            block,
            [.. RuleChange.All.Select(change => venue.Parameters.IsSpot ? null : BlockUnder(change))]
        );

        InfectionBlock? BlockUnder(RuleChange change) =>
            change.FundSpeed is { } speed ? block.WithLater(conditions.SoldByFund(venue.Parameters, speed))
            : change.Cap is { } cap ? InfectionBlock.Of(venue, own, cap, within, conditions.Fills, later)
            : change.Rules?.Invoke(own) is { } rules
                ? InfectionBlock.Of(venue, rules, cap: null, within, conditions.Fills, later)
            : null;
    }
}
