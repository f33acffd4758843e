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

    private const string FundOfSomeCoins = "insurance_fund";

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
    )
    {
        var market = new Lazy<RecordedMarket>(() => Recording.Of(parameters, world));
        return [.. observed.Select(figure => Compare(parameters, world, market, figure))];
    }

    private static ComparedFigure Compare(
        WorldParameters parameters,
        World world,
        Lazy<RecordedMarket> market,
        ObservedValue observed
    ) =>
        ObstacleOf(parameters, observed) is { } obstacle ? new ComparedFigure(observed, Modelled: null, obstacle)
        : ComparedPrices.Has(observed.Name) ? ComparedPrices.Of(market.Value, observed)
        : new ComparedFigure(observed, Modelled(parameters, world, observed), NotComparable: null);

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

        if (observed.Venue != All && MissingVenue(parameters, observed) is { } venue)
        {
            return $"{venue} is no venue of the run";
        }

        if (observed.Coin == All)
        {
            return "counts coins that the run does not have";
        }

        if (MissingCoin(parameters, observed) is { } coin)
        {
            return $"the run has no {coin}";
        }

        if (observed.Venue == All)
        {
            return "counts venues that the run does not have";
        }

        if (observed.Name.StartsWith(FundOfSomeCoins, StringComparison.Ordinal))
        {
            return $"that fund stands behind {observed.Coin} alone, the run's behind all coins of the venue";
        }

        if (observed.WindowStart < parameters.Start || observed.WindowEnd > parameters.End)
        {
            return "its window reaches beyond the run's";
        }

        return s_notionals.ContainsKey(observed.Name) || ComparedPrices.Has(observed.Name)
            ? null
            : "the run does not measure it";
    }

    private static string? MissingVenue(WorldParameters parameters, ObservedValue observed) =>
        observed.Venue.Split('/').FirstOrDefault(name => parameters.Venues.All(venue => venue.Name != name));

    // Of a ratio ("ETH/BTC") or of a sum ("BTC+ETH+BNB").
    private static string? MissingCoin(WorldParameters parameters, ObservedValue observed) =>
        observed.Coin.Split('/', '+').FirstOrDefault(name => parameters.Histories.All(history => history.Coin != name));

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
