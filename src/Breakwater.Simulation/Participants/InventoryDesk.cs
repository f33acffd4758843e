using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>A venue's fund or vault sells what it took over, a share at a time.</summary>
internal sealed class InventoryDesk(Market market, VenueInWorld venue) : IParticipant
{
    public void Join() { }

    public Timestamp Reset(Seed path) => market.Start + venue.Parameters.UnwindInterval;

    public Timestamp Act(Timestamp now)
    {
        Freeze(!market.Parameters.Switches.Feedback);
        venue.Unwind(now);
        Freeze(false);
        return now + venue.Parameters.UnwindInterval;
    }

    private void Freeze(bool frozen)
    {
        foreach (Exchange.DepthCurve curve in venue.Curves)
        {
            curve.IsFrozen = frozen;
        }
    }
}
