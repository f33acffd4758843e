using System.Globalization;
using Breakwater.Data;
using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>A run's tables, as Parquet and as CSV: money in units of the venue's settlement currency, in dollars where that is a coin, times in UTC.</summary>
public static class RunTables
{
    public const string FlowsName = "flows_by_minute";
    public const string AccountsName = "accounts";

    /// <summary>Of each venue the accounts that lost most against their will, and those that were deleveraged most.</summary>
    public const string ForcedAccountsName = "forced_accounts";

    /// <summary>Prices and books of a market, step by step; too long for a table that people read.</summary>
    public const string SeriesName = "series";

    private static readonly FlowKind[] s_kinds = Enum.GetValues<FlowKind>();

    public static void Write(string folder, WorldParameters parameters, World world)
    {
        WriteBoth(Flows(parameters, world), folder, FlowsName);
        WriteBoth(ForcedAccounts(parameters, world), folder, ForcedAccountsName);
        if (world.Series is not null)
        {
            Series(parameters, world).WriteParquet(Path.Combine(folder, SeriesName + ".parquet"));
        }

        if (world.Venues.Any(venue => venue.Parameters is { GivenAccounts.Count: > 0 } or { Whales.Count: > 0 }))
        {
            WriteBoth(Accounts(world), folder, AccountsName);
        }
    }

    internal static void WriteBoth<TRow>(Table<TRow> table, string folder, string name)
    {
        table.WriteParquet(Path.Combine(folder, name + ".parquet"));
        table.WriteCsv(Path.Combine(folder, name + ".csv"));
    }

    private static Table<FlowRow> Flows(WorldParameters parameters, World world) =>
        new Table<FlowRow>(world.Venues.SelectMany(venue => FlowsOf(parameters, venue)))
            .Time("minute_utc", row => row.Minute)
            .Text("venue", row => row.Venue)
            .Text("coin", row => row.Coin)
            .Text("side", row => row.IsLong ? "long" : "short")
            .Text("kind", row => Kebab(row.Kind))
            .Exact("notional", row => row.Notional)
            .Count("events", row => row.Events);

    private static IEnumerable<FlowRow> FlowsOf(WorldParameters parameters, VenueInWorld venue)
    {
        FlowTable flows = venue.Tally.Flows;
        for (int cell = 0; cell < flows.Minutes * flows.Instruments * 2; cell++)
        {
            int minute = cell / (flows.Instruments * 2);
            int instrument = cell / 2 % flows.Instruments;
            string coin = parameters.Histories[venue.Parameters.Listings[instrument].Coin].Coin;
            foreach (FlowKind kind in s_kinds)
            {
                Flow flow = flows.At(minute, instrument, cell % 2 == 0, kind);
                if (flow.Count > 0)
                {
                    decimal notional = venue.Reported.Currency.ToDecimal(flow.Notional);
                    yield return new FlowRow(
                        flows.TimeOf(minute),
                        venue.Parameters.Name,
                        coin,
                        cell % 2 == 0,
                        kind,
                        notional,
                        flow.Count
                    );
                }
            }
        }
    }

    private static Table<SeriesRow> Series(WorldParameters parameters, World world) =>
        new Table<SeriesRow>(SeriesRow.Of(parameters, world.Series!))
            .Time("time_utc", row => row.Time)
            .Text("venue", row => row.Venue)
            .Text("coin", row => row.Coin)
            .Number("middle", row => row.Middle)
            .Number("mark", row => row.Mark)
            .Number("spread", row => row.Spread)
            .Number("top_depth", row => row.TopDepth)
            .Number("bid_depth", row => row.BidDepth)
            .Number("ask_depth", row => row.AskDepth)
            .Number("open_interest", row => row.OpenInterest)
            .Number("bids_within_0_1", row => row.Bids.Tenth)
            .Number("bids_within_0_25", row => row.Bids.Quarter)
            .Number("bids_within_0_5", row => row.Bids.Half)
            .Number("asks_within_0_1", row => row.Asks.Tenth)
            .Number("asks_within_0_25", row => row.Asks.Quarter)
            .Number("asks_within_0_5", row => row.Asks.Half);

    private static Table<AccountOutcome> Accounts(World world) =>
        new Table<AccountOutcome>(world.Venues.SelectMany(AccountOutcome.Of))
            .Text("venue", outcome => outcome.Venue)
            .Text("account", outcome => outcome.Account)
            .Time("liquidated_at_utc", outcome => outcome.LiquidatedAt)
            .Text("instrument", outcome => outcome.Instrument)
            .Exact("mark", outcome => outcome.Mark)
            .Exact("wallet_after", outcome => outcome.WalletAfter)
            .Count("positions_after", outcome => outcome.PositionsAfter);

    private static Table<ForcedAccount> ForcedAccounts(WorldParameters parameters, World world) =>
        new Table<ForcedAccount>(
            world.Venues.SelectMany((venue, number) => ForcedAccount.LargestOf(parameters, venue, number))
        )
            .Text("venue", row => row.Venue)
            .Count("account", row => row.Account)
            .Text("name", row => row.Name)
            .Count("stands_for", row => row.StandsFor)
            .Exact("forced", row => row.Forced)
            .Exact("deleveraged", row => row.Deleveraged)
            .Time("liquidated_at_utc", row => row.LiquidatedAt)
            .Text("instrument", row => row.Instrument)
            .Exact("mark", row => row.Mark)
            .Exact("wallet_after", row => row.WalletAfter);

    private static string Kebab(FlowKind kind) =>
        kind switch
        {
            FlowKind.Liquidated => "ordered",
            FlowKind.TakenOver => "taken-over",
            FlowKind.DeleveragedAway => "deleveraged-away",
            FlowKind.Deleveraged => "deleveraged",
            FlowKind.Unwound => "unwound",
            _ => kind.ToString().ToLower(CultureInfo.InvariantCulture),
        };

    private readonly record struct FlowRow(
        Timestamp Minute,
        string Venue,
        string Coin,
        bool IsLong,
        FlowKind Kind,
        decimal Notional,
        long Events
    );
}
