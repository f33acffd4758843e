using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Simulation;

namespace Breakwater.Runs;

/// <summary>Reads a user's own accounts, which replace the drawn crowd. The table is described in docs/accounts-file.md.</summary>
public static class AccountsReader
{
    private static readonly string[] s_columns =
    [
        "venue",
        "account",
        "mode",
        "instrument",
        "side",
        "quantity",
        "entry_price",
        "margin",
        "wallet",
        "leverage",
    ];

    /// <returns>The scenario with these accounts at each venue, and none where the file names none.</returns>
    /// <exception cref="InputException">Anything that a user could have written better; the message is one line.</exception>
    public static Scenario WithAccounts(this Scenario scenario, string path)
    {
        var files = new SourceFiles(new ContentFolders());
        IReadOnlyList<CsvRow> rows = CsvTable.Read(files.ReadFrom(path, path), s_columns);
        WorldParameters world = scenario.World;
        foreach (CsvRow row in rows.Where(row => world.Venues.All(venue => venue.Name != row["venue"])))
        {
            string hint = Nearest.Hint(row["venue"], world.Venues.Select(venue => venue.Name));
            throw row.Wrong("venue", $"is no venue of this scenario, {hint}");
        }

        return scenario with
        {
            World = world with { Venues = [.. world.Venues.Select(venue => WithAccounts(world, venue, rows))] },
            Files = [.. scenario.Files, .. files.Hashes],
        };
    }

    private static VenueParameters WithAccounts(WorldParameters world, VenueParameters venue, IEnumerable<CsvRow> rows)
    {
        var positions = new PositionReader(world, venue);
        return venue with
        {
            Whales = [],
            GivenAccounts =
            [
                .. rows.Where(row => row["venue"] == venue.Name)
                    .GroupBy(row => row["account"], StringComparer.Ordinal)
                    .Select(account => AccountOf([.. account], positions)),
            ],
        };
    }

    private static GivenAccount AccountOf(IReadOnlyList<CsvRow> rows, PositionReader positions)
    {
        CsvRow first = rows[0];
        if (first["account"].Length == 0)
        {
            throw first.Wrong("account", "must be a name");
        }

        MarginMode mode = ModeOf(first);
        foreach (CsvRow row in rows.Where(row => ModeOf(row) != mode))
        {
            throw row.Wrong("mode", $"must be {first["mode"]}, as in line {first.Line} of the same account");
        }

        return new GivenAccount(
            first["account"],
            mode,
            WalletOf(rows, mode, positions),
            PositionsOf(rows, mode, positions)
        );
    }

    // Written in any of the account's lines, once or always the same.
    private static Money WalletOf(IReadOnlyList<CsvRow> rows, MarginMode mode, PositionReader positions)
    {
        CsvRow? stated = rows.FirstOrDefault(row => row["wallet"].Length > 0);
        if (stated is null && mode == MarginMode.Isolated)
        {
            return Money.Zero;
        }

        stated ??= rows[0];
        foreach (CsvRow row in rows.Where(row => row["wallet"].Length > 0 && row["wallet"] != stated["wallet"]))
        {
            throw row.Wrong(
                "wallet",
                $"must be empty or \"{stated["wallet"]}\", as in line {stated.Line} of the same account"
            );
        }

        return positions.MoneyOf(stated, "wallet");
    }

    // A venue takes positions in one by one. The best first: if a cross account stands with all of them, it does at each step.
    private static List<GivenPosition> PositionsOf(IReadOnlyList<CsvRow> rows, MarginMode mode, PositionReader reader)
    {
        var positions = new List<GivenPosition>();
        foreach (CsvRow row in rows)
        {
            GivenPosition position = reader.Read(row, mode);
            if (positions.Find(held => held.Instrument == position.Instrument) is { } held)
            {
                throw row.Wrong("instrument", $"is held by this account already: {held.Origin}");
            }

            positions.Add(position);
        }

        return mode == MarginMode.Cross ? [.. positions.OrderByDescending(reader.SlackAtStart)] : positions;
    }

    private static MarginMode ModeOf(CsvRow row) =>
        row["mode"] switch
        {
            "isolated" => MarginMode.Isolated,
            "cross" => MarginMode.Cross,
            _ => throw row.Wrong("mode", "must be isolated or cross"),
        };
}
