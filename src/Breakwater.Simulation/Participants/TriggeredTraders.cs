using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>The crowd's own acts: stops, panic, profits taken, margin added. Each waits at the price at which it happens.</summary>
internal sealed class TriggeredTraders(Market market) : IParticipant
{
    private readonly PlaceTriggers[] _triggers =
    [
        .. market.Places.Select(place => new PlaceTriggers(place, market.HistoryOf(place), market.End)),
    ];

    public void Join()
    {
        foreach (PlaceTriggers place in _triggers)
        {
            place.Draw(market.CrowdSeed, market.Parameters.Behaviour);
        }
    }

    public Timestamp Reset(Seed path)
    {
        foreach (PlaceTriggers place in _triggers)
        {
            place.Reset();
        }

        return market.Start + market.Parameters.Step + market.Parameters.Behaviour.Latency;
    }

    public Timestamp Act(Timestamp now)
    {
        foreach (PlaceTriggers place in _triggers)
        {
            place.Fire(now);
        }

        return now + market.Parameters.Step;
    }
}
