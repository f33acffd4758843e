using Breakwater.Domain;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>Sets a run beside what was observed, for the same coin, venue and window only.</summary>
public static class Comparison
{
    private const string All = "all";

    private static readonly HashSet<string> s_givenByTheTape = new(StringComparer.Ordinal)
    {
        "fall",
        "low_time",
        "rebound",
        "eth_over_btc_fall",
    };

    private static readonly Dictionary<string, FlowKind[]> s_notionals = new(StringComparer.Ordinal)
    {
        ["adl_notional"] = [FlowKind.Deleveraged],
        ["adl_notional_minute"] = [FlowKind.Deleveraged],
        ["backstop_notional"] = [FlowKind.TakenOver],
        ["liquidated"] = [FlowKind.Liquidated, FlowKind.TakenOver, FlowKind.DeleveragedAway],
    };

    public static IReadOnlyList<ComparedFigure> Of(
        WorldParameters parameters,
        World world,
        IReadOnlyList<ObservedValue> observed
    ) => [.. observed.Select(figure => Compare(parameters, world, figure))];

    private static ComparedFigure Compare(WorldParameters parameters, World world, ObservedValue observed)
    {
        string? obstacle = ObstacleOf(parameters, observed);
        return obstacle is null
            ? new ComparedFigure(observed, Modelled(parameters, world, observed), NotComparable: null)
            : new ComparedFigure(observed, Modelled: null, obstacle);
    }

    // The first thing that differs, in the order in which a reader would ask.
    private static string? ObstacleOf(WorldParameters parameters, ObservedValue observed)
    {
        if (parameters.Venues.Any(venue => venue.GivenAccounts is not null && !venue.IsSpot))
        {
            return "counts a whole venue, and the run holds the accounts of a file";
        }

        if (parameters.Market is null && s_givenByTheTape.Contains(observed.Name))
        {
            return "given by the tape";
        }

        if (observed.Venue != All && parameters.Venues.All(venue => venue.Name != observed.Venue))
        {
            return $"{observed.Venue} is no venue of the run";
        }

        if (parameters.Histories.All(history => history.Coin != observed.Coin))
        {
            return observed.Coin == All ? "counts coins that the run does not have" : $"the run has no {observed.Coin}";
        }

        if (observed.Venue == All)
        {
            return "counts venues that the run does not have";
        }

        if (observed.WindowStart < parameters.Start || observed.WindowEnd > parameters.End)
        {
            return "its window reaches beyond the run's";
        }

        return s_notionals.ContainsKey(observed.Name) ? null : "the run does not measure it";
    }

    private static decimal Modelled(WorldParameters parameters, World world, ObservedValue observed) =>
        NotionalIn(parameters, world.Venues.First(venue => venue.Parameters.Name == observed.Venue), observed);

    private static decimal NotionalIn(WorldParameters parameters, VenueInWorld venue, ObservedValue observed)
    {
        FlowTable flows = venue.Tally.Flows;
        Money sum = Money.Zero;
        for (int listing = 0; listing < venue.Parameters.Listings.Count; listing++)
        {
            if (parameters.Histories[venue.Parameters.Listings[listing].Coin].Coin != observed.Coin)
            {
                continue;
            }

            for (int minute = 0; minute < flows.Minutes; minute++)
            {
                Timestamp time = flows.TimeOf(minute);
                bool inside = time >= observed.WindowStart && time < observed.WindowEnd;
                sum += inside ? BothSides(flows, minute, listing, s_notionals[observed.Name]) : Money.Zero;
            }
        }

        return venue.Reported.Currency.ToDecimal(sum);
    }

    private static Money BothSides(FlowTable flows, int minute, int listing, FlowKind[] kinds)
    {
        Money sum = Money.Zero;
        foreach (FlowKind kind in kinds)
        {
            sum += flows.At(minute, listing, isLong: true, kind).Notional;
            sum += flows.At(minute, listing, isLong: false, kind).Notional;
        }

        return sum;
    }
}
