using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>Leads venues along prices that are given.</summary>
internal sealed class TapeRun(WorldParameters parameters, IReadOnlyList<VenueInWorld> venues)
{
    private readonly Schedule<Action<Timestamp>> _schedule = new();

    public void Run(Action<Timestamp> progress)
    {
        foreach (VenueInWorld venue in venues)
        {
            Plan(venue);
        }

        while (_schedule.TryTakeNext(out Timestamp time, out Action<Timestamp> act))
        {
            progress(time);
            act(time);
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
        for (Timestamp time = parameters.Start + interval; time <= parameters.End; time += interval)
        {
            _schedule.Plan(time, now => venue.Unwind(now, static (_, _) => null));
        }
    }

    private void PlanMarks(VenueInWorld venue, int instrument)
    {
        Duration interval = venue.Parameters.MarkInterval;
        PriceTape tape = parameters.Tapes[venue.Parameters.Listings[instrument].Coin];
        var times = new SortedSet<Timestamp>(tape.TurningPoints);
        for (Timestamp time = parameters.Start; time <= parameters.End; time += interval)
        {
            times.Add(time);
        }

        foreach (Timestamp time in times.Where(time => time > parameters.Start && time <= parameters.End))
        {
            _schedule.Plan(time, now => venue.FollowTape(now, instrument));
        }
    }
}
