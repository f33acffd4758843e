using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>A venue's fund or vault sells what it took over, a share at a time, no farther than makers reach.</summary>
internal sealed class InventoryDesk(Market market, VenueInWorld venue) : IParticipant
{
    // By instrument.
    private readonly Place[] _places = [.. market.Places.Where(place => place.Venue == venue)];

    public void Join() { }

    public Timestamp Reset(Seed path) => market.Start + venue.Parameters.UnwindInterval;

    public Timestamp Act(Timestamp now)
    {
        venue.Unwind(now, (instrument, side) => _places[instrument.Index].QuotedBounds().For(side));
        return now + venue.Parameters.UnwindInterval;
    }
}
