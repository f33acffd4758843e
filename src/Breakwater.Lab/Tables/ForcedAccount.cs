using System.Globalization;
using Breakwater.Data;
using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>An account of whose positions something was closed against its will. Money in units of what the venue's is reported in.</summary>
/// <param name="Account">Its number at the venue.</param>
/// <param name="Name">From a file; or what it came for, such as "maker 1, BTC" and "newcomer 8, BTC"; or "trader 17".</param>
/// <param name="StandsFor">Accounts that the simulated one stands for; the figures are of one of them.</param>
/// <param name="Forced">Notional that it lost by order, take-over or deleveraging of its own.</param>
/// <param name="Deleveraged">Notional that was closed because it was a winner.</param>
/// <param name="LiquidatedAt">When it was first liquidated, in which instrument and at what mark; null where it was not.</param>
public sealed record ForcedAccount(
    string Venue,
    int Account,
    string Name,
    int StandsFor,
    decimal Forced,
    decimal Deleveraged,
    Timestamp? LiquidatedAt,
    string? Instrument,
    decimal? Mark,
    decimal WalletAfter
)
{
    private const int Shown = 100;
    private const int Decimals = 8;

    public static bool IsIn(string folder) => File.Exists(FileIn(folder));

    /// <returns>In the order of the file: venue by venue.</returns>
    /// <exception cref="InvalidDataException">The file is missing or broken.</exception>
    public static IReadOnlyList<ForcedAccount> Read(string folder)
    {
        using TableFile table = TableFile.Open(FileIn(folder));
        var read = new List<ForcedAccount>();
        while (table.Read())
        {
            read.Add(
                new ForcedAccount(
                    (string)table[0]!,
                    (int)(long)table[1]!,
                    (string)table[2]!,
                    (int)(long)table[3]!,
                    Money(table[4])!.Value,
                    Money(table[5])!.Value,
                    table[6] is DateTime time
                        ? Timestamp.FromDateTimeOffset(new DateTimeOffset(time, TimeSpan.Zero))
                        : null,
                    (string?)table[7],
                    Money(table[8]),
                    Money(table[9])!.Value
                )
            );
        }

        return read;
    }

    /// <summary>Losers first, the largest first; then winners that are not among them.</summary>
    internal static IEnumerable<ForcedAccount> LargestOf(WorldParameters world, VenueInWorld venue, int number)
    {
        ForcedAccount[] all =
        [
            .. venue
                .Tally.FlowsByAccount.Rows.Where(row => row.Account.Index >= VenueInWorld.FirstTrader)
                .OrderBy(row => row.Account.Index)
                .Select(row => Of(world, venue, number, row)),
        ];
        return all.Where(row => row.Forced > 0)
            .OrderByDescending(row => row.Forced)
            .Take(Shown)
            .Concat(all.Where(row => row.Deleveraged > 0).OrderByDescending(row => row.Deleveraged).Take(Shown))
            .Distinct();
    }

    private static string FileIn(string folder) => Path.Combine(folder, RunTables.ForcedAccountsName + ".parquet");

    private static decimal? Money(object? cell) =>
        cell is null ? null : Convert.ToDecimal(cell, CultureInfo.InvariantCulture) / 1.0000000000000000000000000000m;

    private static ForcedAccount Of(WorldParameters world, VenueInWorld venue, int number, AccountFlow row)
    {
        VenueRules rules = venue.Parameters.Rules;
        int weight = venue.Venue.WeightOf(row.Account);
        LiquidationMoment? first = venue.Tally.Accounts.FirstLiquidation(row.Account);
        Instrument? instrument = first is { } moment ? rules.Instruments[moment.Instrument.Index].Instrument : null;
        return new ForcedAccount(
            venue.Parameters.Name,
            row.Account.Index,
            AccountNames.Of(world, number, row.Account.Index),
            weight,
            OfOne(venue.Reported.Currency.ToDecimal(row.Forced)),
            OfOne(venue.Reported.Currency.ToDecimal(row.Deleveraged)),
            first?.Time,
            instrument?.Symbol,
            first is { } at ? instrument!.ToDecimal(at.Mark) : null,
            OfOne(venue.Reported.ToDecimal(venue.Venue.WalletOf(row.Account)))
        );

        decimal OfOne(decimal amount) => decimal.Round(amount / weight, Decimals);
    }
}
