using Breakwater.Lab.Map;
using Spectre.Console;

namespace Breakwater.Cli;

/// <summary>R of all markets together, and who infects whom.</summary>
internal static class InfectionView
{
    /// <param name="minutes">Horizon of the map.</param>
    public static void Write(IAnsiConsole terminal, InfectionAnswer infection, double minutes)
    {
        string within = CliffsView.Number(infection.Within, "0.#");
        terminal.WriteLine(
            $"R OF ALL VENUES AND COINS TOGETHER (modelled; spectral radius, mean over the first {within} % of each coin's fall)"
        );
        terminal.Write(NumbersOf(infection));
        terminal.Write(CoinsOf(infection));
        terminal.WriteLine();
        WriteVenues(terminal, infection);
        terminal.WriteLine(ReachOf(infection, minutes));
        terminal.WriteLine();
        terminal.WriteLine(
            "WHOSE SALES FORCE IT (modelled; of what is forced at the row's venue, the share that sales at the column's cause when all coins fall alike; arbitrage within its limits)"
        );
        terminal.Write(CausesOf(infection));
        terminal.WriteLine();
        terminal.WriteLine(
            "WHERE FORCED SELLING GOES, AND WHOSE FIRST DOLLAR COUNTS (modelled; dominant eigenvectors, shares of all markets)"
        );
        terminal.Write(MarketsOf(infection));
        terminal.WriteLine();
    }

    private static Table NumbersOf(InfectionAnswer infection)
    {
        Table table = RunView.NewTable("book", "arbitrage");
        table.AddColumn(RunView.Right("sold at once")).AddColumn(RunView.Right("with funds' sales"));
        foreach (InfectionNumber number in infection.Numbers)
        {
            table.AddRow(
                number.Book == BookState.Calm ? "calm" : "makers gone",
                number.Arbitrage switch
                {
                    ArbitrageReach.Whole => "whole",
                    ArbitrageReach.Limited => "within its limits",
                    _ => "cut",
                },
                CliffsView.Text(number.AtOnce, "N2"),
                CliffsView.Text(number.Sold, "N2")
            );
        }

        return table;
    }

    private static Table CoinsOf(InfectionAnswer infection)
    {
        Table table = RunView.NewTable("each alone");
        foreach (CoinNumber coin in infection.Coins)
        {
            table.AddColumn(RunView.Right(coin.Coin));
        }

        table.AddRow(["calm", .. infection.Coins.Select(coin => CliffsView.Number(coin.Calm.P50, "N2"))]);
        table.AddRow(["makers gone", .. infection.Coins.Select(coin => CliffsView.Number(coin.Withdrawn.P50, "N2"))]);
        return table;
    }

    private static void WriteVenues(IAnsiConsole terminal, InfectionAnswer infection)
    {
        terminal.WriteLine(
            "WHICH VENUE INFECTS WHICH, ARBITRAGE CUT (modelled; dollars forced at the column's venue for a dollar sold by force at the row's; makers gone)"
        );
        terminal.Write(VenuesOf(infection, infection.BetweenVenuesCut));
        terminal.WriteLine();
        terminal.WriteLine(
            "THE SAME, ARBITRAGE WITHIN ITS LIMITS (modelled; the most that it can carry to other venues)"
        );
        terminal.Write(VenuesOf(infection, infection.BetweenVenues));
        terminal.WriteLine();
        for (int from = 0; from < infection.Venues.Count; from++)
        {
            terminal.WriteLine(
                $"A dollar sold by force at {infection.Venues[from]} forces {SentenceOf(infection, infection.BetweenVenuesCut, from)} where arbitrage is cut, {SentenceOf(infection, infection.BetweenVenues, from)} where it carries all that it can."
            );
        }
    }

    private static Table VenuesOf(InfectionAnswer infection, IReadOnlyList<IReadOnlyList<double>> between)
    {
        Table table = RunView.NewTable("from \\ to");
        foreach (string column in infection.Venues.Append("all"))
        {
            table.AddColumn(RunView.Right(column));
        }

        for (int from = 0; from < infection.Venues.Count; from++)
        {
            double[] to = DollarsFrom(between, from);
            table.AddRow([infection.Venues[from], .. to.Append(to.Sum()).Select(Dollars)]);
        }

        return table;
    }

    private static string SentenceOf(InfectionAnswer infection, IReadOnlyList<IReadOnlyList<double>> between, int from)
    {
        double[] to = DollarsFrom(between, from);
        int[] others = [.. Enumerable.Range(0, to.Length).Where(venue => venue != from)];
        return others.Length == 0
            ? $"{Dollars(to[from])} more there"
            : $"{Dollars(to[from])} more there and {Dollars(others.Sum(other => to[other]))} elsewhere (most at {infection.Venues[others.MaxBy(other => to[other])]})";
    }

    private static string ReachOf(InfectionAnswer infection, double minutes)
    {
        VenuePassThrough least = infection.PassThroughs.MinBy(venue => venue.Lowest)!;
        return $"Within its limits arbitrage carries at most {Percent(least.Lowest)} ({least.LowestCoin} at {least.Venue}, the least) to {Percent(infection.PassThroughs.Max(venue => venue.Shared))} of a move to all venues in {CliffsView.Number(minutes, "0.#")} minutes; "
            + "what it loses, widened spreads and refused orders are left out, and --against-runs shows how fast venues came together in runs. "
            + "What is carried falls alike everywhere, whoever sold it: then rows are alike, and it counts how much a venue sells, not which. "
            + "Cut, a sale moves the price and the mark of its own venue; others fall by coins that people trade together.";
    }

    private static Table CausesOf(InfectionAnswer infection)
    {
        Table table = RunView.NewTable("forced at \\ by sales at");
        foreach (string venue in infection.Venues)
        {
            table.AddColumn(RunView.Right(venue));
        }

        for (int into = 0; into < infection.Venues.Count; into++)
        {
            table.AddRow([infection.Venues[into], .. infection.Causes[into].Select(Percent)]);
        }

        return table;
    }

    private static Table MarketsOf(InfectionAnswer infection)
    {
        Table table = RunView.NewTable("venue", "coin");
        table.AddColumn(RunView.Right("receives")).AddColumn(RunView.Right("gives"));
        foreach (InfectedMarket market in infection.Markets)
        {
            table.AddRow(
                market.Venue,
                market.Coin,
                CliffsView.Number(100 * market.Receives) + " %",
                CliffsView.Number(100 * market.Gives) + " %"
            );
        }

        return table;
    }

    private static double[] DollarsFrom(IReadOnlyList<IReadOnlyList<double>> between, int from) =>
        [.. between.Select(into => into[from])];

    private static string Dollars(double dollars) => "$" + CliffsView.Number(dollars, "N2");

    private static string Percent(double share) => CliffsView.Number(100 * share, "0.#") + " %";
}
