using System.Globalization;
using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Simulation;

namespace Breakwater.Runs;

/// <summary>A run's tables, as CSV: money in units of the venue's settlement currency, times in UTC.</summary>
public static class RunTables
{
    public const string AccountsName = "accounts.csv";

    private static readonly FlowKind[] s_kinds = Enum.GetValues<FlowKind>();

    public static void Write(string folder, WorldParameters parameters, World world)
    {
        using (var flows = new StreamWriter(Path.Combine(folder, "flows_by_minute.csv")) { NewLine = "\n" })
        {
            WriteFlows(flows, parameters, world);
        }

        if (world.Venues.Any(venue => venue.Parameters.GivenAccounts is not null))
        {
            using var accounts = new StreamWriter(Path.Combine(folder, AccountsName)) { NewLine = "\n" };
            WriteAccounts(accounts, world);
        }
    }

    private static void WriteFlows(StreamWriter table, WorldParameters parameters, World world)
    {
        table.WriteLine("minute_utc,venue,coin,side,kind,notional,events");
        foreach (VenueInWorld venue in world.Venues)
        {
            FlowTable flows = venue.Tally.Flows;
            for (int cell = 0; cell < flows.Minutes * flows.Instruments * 2; cell++)
            {
                int minute = cell / (flows.Instruments * 2);
                int instrument = cell / 2 % flows.Instruments;
                WriteFlows(table, parameters, venue, minute, instrument, cell % 2 == 0);
            }
        }
    }

    private static void WriteFlows(
        StreamWriter table,
        WorldParameters parameters,
        VenueInWorld venue,
        int minute,
        int instrument,
        bool isLong
    )
    {
        FlowTable flows = venue.Tally.Flows;
        string coin = parameters.Histories[venue.Parameters.Listings[instrument].Coin].Coin;
        foreach (FlowKind kind in s_kinds)
        {
            Flow flow = flows.At(minute, instrument, isLong, kind);
            if (flow.Count > 0)
            {
                decimal notional = venue.Parameters.Rules.Settlement.ToDecimal(flow.Notional);
                string side = isLong ? "long" : "short";
                table.WriteLine(
                    FormattableString.Invariant(
                        $"{flows.TimeOf(minute)},{venue.Parameters.Name},{coin},{side},{Kebab(kind)},{notional},{flow.Count}"
                    )
                );
            }
        }
    }

    private static void WriteAccounts(StreamWriter table, World world)
    {
        table.WriteLine("venue,account,liquidated_at_utc,instrument,mark,wallet_after,positions_after");
        foreach (VenueInWorld venue in world.Venues)
        {
            IReadOnlyList<GivenAccount> given = venue.Parameters.GivenAccounts ?? [];
            for (int i = 0; i < given.Count; i++)
            {
                table.WriteLine(Outcome(venue, given[i], new AccountId(VenueInWorld.FirstTrader + i)));
            }
        }
    }

    private static string Outcome(VenueInWorld venue, GivenAccount given, AccountId account)
    {
        Currency currency = venue.Parameters.Rules.Settlement;
        string first = ",,";
        if (venue.Tally.Accounts.FirstLiquidation(account) is { } moment)
        {
            Instrument instrument = venue.Parameters.Rules.Instruments[moment.Instrument.Index].Instrument;
            first = FormattableString.Invariant(
                $"{moment.Time},{instrument.Symbol},{instrument.ToDecimal(moment.Mark)}"
            );
        }

        int open = venue.Parameters.Rules.Instruments.Count(rules =>
            !venue.Venue.PositionOf(account, rules.Instrument.Id).Lots.IsZero
        );
        decimal wallet = currency.ToDecimal(venue.Venue.WalletOf(account));
        return FormattableString.Invariant($"{venue.Parameters.Name},{Quoted(given.Name)},{first},{wallet},{open}");
    }

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny("\",\n\r") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

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
}
