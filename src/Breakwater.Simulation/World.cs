using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>Venues, their crowds and the prices that come to them, from start to end. One run, one thread.</summary>
public sealed class World
{
    private readonly WorldParameters _parameters;
    private readonly Schedule<Action<Timestamp>> _schedule = new();

    public World(WorldParameters parameters)
    {
        _parameters = parameters;
        Venues =
        [
            .. Enumerable.Range(0, parameters.Venues.Count).Select(number => new VenueInWorld(parameters, number)),
        ];
    }

    public IReadOnlyList<VenueInWorld> Venues { get; }

    /// <summary>Runs from start to end. Every venue must have been opened; they may be opened side by side.</summary>
    /// <param name="progress">Told the time of each event that is about to happen.</param>
    public void Run(Action<Timestamp> progress)
    {
        foreach (VenueInWorld venue in Venues)
        {
            Plan(venue);
        }

        while (_schedule.TryTakeNext(out Timestamp time, out Action<Timestamp> act))
        {
            progress(time);
            act(time);
        }

        foreach (VenueInWorld venue in Venues)
        {
            venue.Flush();
        }
    }

    private void Plan(VenueInWorld venue)
    {
        for (int instrument = 0; instrument < venue.Parameters.Listings.Count; instrument++)
        {
            PlanMarks(venue, instrument);
        }

        foreach (FundingPayment payment in venue.Parameters.Fundings)
        {
            _schedule.Plan(payment.Time, _ => venue.ApplyFunding(payment));
        }

        Duration interval = venue.Parameters.UnwindInterval;
        for (Timestamp time = _parameters.Start + interval; time <= _parameters.End; time += interval)
        {
            _schedule.Plan(time, venue.Unwind);
        }
    }

    private void PlanMarks(VenueInWorld venue, int instrument)
    {
        Duration interval = venue.Parameters.MarkInterval;
        PriceTape tape = _parameters.Tapes[venue.Parameters.Listings[instrument].Coin];
        var times = new SortedSet<Timestamp>(tape.TurningPoints);
        for (Timestamp time = _parameters.Start; time <= _parameters.End; time += interval)
        {
            times.Add(time);
        }

        foreach (Timestamp time in times.Where(time => time > _parameters.Start && time <= _parameters.End))
        {
            _schedule.Plan(time, now => venue.UpdateMark(now, instrument));
        }
    }
}
