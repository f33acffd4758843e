using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Runs;

/// <summary>Which named parts the engine carries out in a run; the calculator answers all of them.</summary>
/// <remarks>Parts that a file leaves out are those of the engine. See docs/limitations.md.</remarks>
internal static class ExecutedParts
{
    /// <exception cref="InputException">A part that no run carries out yet.</exception>
    public static void Require(Document<VenueDocument> venue)
    {
        VenueDocument root = venue.Root;
        if (root.Margin is { } margin)
        {
            if (margin.Schedule.Value == ScheduleKind.WholePosition)
            {
                Require(venue, margin.Measure, TierMeasure.Quantity);
            }

            // At the mark a position would have several liquidation prices.
            if (margin.Schedule.Value == ScheduleKind.Stepped)
            {
                Require(venue, margin.MaintenanceAt, MarginBasis.Entry);
            }

            if (margin.Contract.Value == ContractKind.Inverse)
            {
                RequireLadderOfInverse(venue);
            }
        }
    }

    // Their ladders reckon with a price of one lot that moves in a line with the mark.
    private static void RequireLadderOfInverse(Document<VenueDocument> venue)
    {
        if (venue.Root.Liquidation.Ladder is { Value: LadderKind.BlockLimits or LadderKind.CoverShortage } ladder)
        {
            throw venue.Wrong(
                ladder,
                "reckons prices by the lot, which inverse contracts have none of: no run carries both out"
            );
        }
    }

    /// <exception cref="InputException">An instrument that is valued unlike its venue's others.</exception>
    public static void Require(Document<VenueDocument> venue, InstrumentDocument instrument) =>
        Require(venue, instrument.Valued, venue.Root.Margin?.Contract.Value ?? ContractKind.Linear);

    private static void Require<T>(Document<VenueDocument> venue, Stated<T>? part, params ReadOnlySpan<T> executed)
        where T : struct, Enum
    {
        if (part is not null && !executed.Contains(part.Value))
        {
            throw venue.Wrong(part, "is answered by the calculator, but no run carries it out yet");
        }
    }
}
