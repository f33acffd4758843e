using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>A venue's fund or vault sells what it took over, a share at a time.</summary>
internal sealed class InventoryDesk(Market market, VenueInWorld venue) : IParticipant
{
    public void Join() { }

    public Timestamp Reset(Seed path) => market.Start + venue.Parameters.UnwindInterval;

    public Timestamp Act(Timestamp now)
    {
        venue.Unwind(now);
        return now + venue.Parameters.UnwindInterval;
    }
}
