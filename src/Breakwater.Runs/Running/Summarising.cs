using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Simulation;

namespace Breakwater.Runs;

/// <summary>Reads a finished world into a summary.</summary>
public static class Summarising
{
    private const string MarketCaveat =
        "market: prices follow from the shock and from who trades; one path of many, and a model throughout";

    private const string TapeCaveat =
        "tape: prices are given, so this tests who would be liquidated, not how far the market falls";

    private const string OfAFile =
        "; accounts of a file stand in the place of the crowd: without it the market is another, and besides them only firms and newcomers are forced out";

    /// <summary>Where a run's prices come from: "tape" or "market".</summary>
    public static string PricesOf(WorldParameters parameters) => parameters.Market is null ? "tape" : "market";

    private static string CaveatOf(WorldParameters parameters)
    {
        bool isOfAFile =
            parameters.Market is not null
            && parameters.Venues.Any(venue => venue is { GivenAccounts: not null, IsSpot: false });
        return (parameters.Market is null ? TapeCaveat : MarketCaveat) + (isOfAFile ? OfAFile : "");
    }

    public static RunSummary Of(WorldParameters parameters, World world, string scenario)
    {
        VenueSummary[] venues = [.. world.Venues.Select((venue, number) => Of(parameters, venue, number))];
        IReadOnlyList<LendingSummary> lending = LendingSummarising.Of(world);
        return new RunSummary
        {
            Scenario = scenario,
            Seed = parameters.Seed.Value,
            Engine = Engine.Current,
            Start = parameters.Start.ToString(),
            End = parameters.End.ToString(),
            Prices = PricesOf(parameters),
            Caveat = CaveatOf(parameters),
            EventLogHash = EventLogHashes.Join([
                .. venues.Select(venue => venue.EventLogHash),
                .. lending.Select(market => market.EventLogHash),
            ]),
            Events = venues.Sum(venue => venue.Events) + lending.Sum(market => market.Events),
            Totals = TotalsOf(world, venues),
            Venues = venues,
            Market = PriceSummarising.Of(parameters, world),
            Generations = GenerationSummary.Of(parameters, world),
            Lending = lending,
        };
    }

    private static VenueSummary Of(WorldParameters parameters, VenueInWorld venue, int number)
    {
        VenueTally tally = venue.Tally;
        return new VenueSummary(
            venue.Parameters.Name,
            venue.Parameters.Rules.Name,
            venue.Reported.Currency.Code,
            venue.AccountsRepresented,
            venue.AccountsSimulated,
            tally.Accounts.Weight,
            venue.Hash.Digest(),
            venue.Hash.Count,
            tally.MarkUpdates,
            venue.Venue.Evaluations,
            FundReader.Read(venue),
            venue.Reported.ToDecimal(venue.Venue.UnpaidLoss),
            [.. FlowsOf(parameters, venue)],
            VenueLosses.WaterfallOf(parameters, venue),
            VenueLosses.ConcentrationOf(parameters, venue),
            VenueLosses.TenLargestForcedShareOf(venue),
            tally
                .FlowsByAccount.Rows.Where(row => row.Deleveraged.IsPositive)
                .Sum(row => (long)venue.Venue.WeightOf(row.Account)),
            DeleveragedSummary.AllOf(parameters, number, venue)
        );
    }

    private static IEnumerable<FlowSummary> FlowsOf(WorldParameters parameters, VenueInWorld venue)
    {
        for (int i = 0; i < venue.Parameters.Listings.Count; i++)
        {
            yield return FlowOf(parameters, venue, i, isLong: true);
            yield return FlowOf(parameters, venue, i, isLong: false);
        }
    }

    private static FlowSummary FlowOf(WorldParameters parameters, VenueInWorld venue, int listing, bool isLong)
    {
        Instrument instrument = venue.Parameters.Rules.Instruments[listing].Instrument;
        ListingParameters open = venue.Parameters.Listings[listing];
        decimal Notional(FlowKind kind) =>
            venue.Reported.Currency.ToDecimal(venue.Tally.Flows.Total(listing, isLong, kind).Notional);
        return new FlowSummary(
            parameters.Histories[open.Coin].Coin,
            instrument.Symbol,
            isLong ? "long" : "short",
            instrument.ToBase(venue.OpenInterestAtStart(listing, isLong), parameters.Histories[open.Coin].Price),
            Notional(FlowKind.Liquidated),
            Notional(FlowKind.TakenOver),
            Notional(FlowKind.DeleveragedAway),
            Notional(FlowKind.Deleveraged),
            Notional(FlowKind.Unwound),
            venue.Tally.Accounts.WeightIn(listing, isLong),
            venue.Tally.Accounts.SimulatedIn(listing, isLong)
        );
    }

    private static RunTotals TotalsOf(World world, IReadOnlyList<VenueSummary> venues)
    {
        FlowSummary[] flows = [.. venues.SelectMany(venue => venue.Flows)];
        decimal forced = flows.Sum(flow => flow.Forced);
        decimal longs = flows.Where(flow => flow.Side == "long").Sum(flow => flow.Forced);
        (Timestamp minute, decimal most) = LargestMinute(world);
        return new RunTotals(
            venues.Sum(venue => venue.Accounts),
            venues.Sum(venue => venue.AccountsSimulated),
            venues.Sum(venue => venue.AccountsLiquidated),
            forced,
            forced == 0 ? null : decimal.Round(longs / forced, 6),
            forced == 0 ? null : minute.ToString(),
            most,
            flows.Sum(flow => flow.Deleveraged),
            venues.Sum(venue => venue.Fund.Paid),
            venues.Sum(venue => venue.UnpaidLoss)
        );
    }

    private static (Timestamp Minute, decimal Forced) LargestMinute(World world)
    {
        FlowTable first = world.Venues[0].Tally.Flows;
        return Enumerable
            .Range(0, first.Minutes)
            .Select(minute => (first.TimeOf(minute), world.Venues.Sum(venue => ForcedIn(venue, minute))))
            .MaxBy(pair => pair.Item2);
    }

    private static decimal ForcedIn(VenueInWorld venue, int minute) =>
        venue.Reported.Currency.ToDecimal(venue.Tally.Flows.ForcedIn(minute));
}
