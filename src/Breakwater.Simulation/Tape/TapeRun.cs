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
        for (int asset = 0; asset < (venue.Parameters.Collateral?.Assets.Count ?? 0); asset++)
        {
            PlanPrices(venue, asset);
        }

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

    // Before the marks of the same moment.
    private void PlanPrices(VenueInWorld venue, int asset)
    {
        AssetParameters priced = venue.Parameters.Collateral!.Assets[asset];
        var times = new SortedSet<Timestamp>(priced.Worth.Select(step => step.From));
        times.UnionWith(priced.Coin is { } coin ? parameters.Tapes[coin].TurningPoints : []);
        Duration interval = venue.Parameters.MarkInterval;
        for (Timestamp time = parameters.Start; priced.Coin is not null && time <= parameters.End; time += interval)
        {
            times.Add(time);
        }

        foreach (Timestamp time in times.Where(time => time > parameters.Start && time <= parameters.End))
        {
            _schedule.Plan(time, now => venue.PriceCollateralByTape(now, asset));
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
