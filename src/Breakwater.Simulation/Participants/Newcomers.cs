using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>People who open positions while the price moves, with it or against it. From then on they stand like anybody.</summary>
internal sealed class Newcomers(Market market, NewcomerParameters parameters) : IParticipant
{
    private readonly NewcomersAtPlace[] _places =
    [
        .. market
            .Places.Where(place => !place.Venue.Parameters.IsSpot)
            .Select(place => new NewcomersAtPlace(place, parameters)),
    ];

    public void Join()
    {
        foreach (NewcomersAtPlace place in _places)
        {
            place.Join(market.Start, market.CrowdSeed);
        }
    }

    public Timestamp Reset(Seed path)
    {
        foreach (NewcomersAtPlace place in _places)
        {
            place.Reset();
        }

        return market.Start + market.Parameters.Step;
    }

    public Timestamp Act(Timestamp now)
    {
        foreach (NewcomersAtPlace place in _places)
        {
            place.Act(now);
        }

        return now + market.Parameters.Step;
    }
}
