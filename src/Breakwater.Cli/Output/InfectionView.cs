using Breakwater.Lab.Map;
using Spectre.Console;

namespace Breakwater.Cli;

/// <summary>R of all markets together, who infects whom, and what rules do to it.</summary>
internal static class InfectionView
{
    public static void Write(IAnsiConsole terminal, InfectionAnswer infection)
    {
        string within = CliffsView.Number(infection.Within, "0.#");
        terminal.WriteLine(
            $"R OF ALL VENUES AND COINS TOGETHER (modelled; spectral radius, mean over the first {within} % of each coin's fall)"
        );
        terminal.Write(NumbersOf(infection));
        terminal.Write(CoinsOf(infection));
        terminal.WriteLine();
        terminal.WriteLine(
            "WHICH VENUE INFECTS WHICH (modelled; dollars sold at the row's venue for a dollar sold at the column's, makers gone)"
        );
        terminal.Write(VenuesOf(infection));
        terminal.WriteLine();
        terminal.WriteLine(
            "WHERE FORCED SELLING GOES, AND WHOSE FIRST DOLLAR COUNTS (modelled; dominant eigenvectors, shares of all markets)"
        );
        terminal.Write(MarketsOf(infection));
        terminal.WriteLine();
        terminal.WriteLine("WHAT A CHANGE OF A RULE DOES TO R (modelled; first crowd, makers gone, arbitrage whole)");
        terminal.Write(RulesOf(infection));
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
                number.ArbitrageIsWhole ? "whole" : "cut",
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

    private static Table VenuesOf(InfectionAnswer infection)
    {
        Table table = RunView.NewTable("into \\ from");
        foreach (string venue in infection.Venues)
        {
            table.AddColumn(RunView.Right(venue));
        }

        for (int into = 0; into < infection.Venues.Count; into++)
        {
            table.AddRow([
                infection.Venues[into],
                .. infection.BetweenVenues[into].Select(value => CliffsView.Number(value, "N3")),
            ]);
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

    private static Table RulesOf(InfectionAnswer infection)
    {
        Table table = RunView.NewTable("rule", "change", "venues");
        table.AddColumn(RunView.Right("at once")).AddColumn(RunView.Right("with funds' sales"));
        foreach (RuleEffect effect in infection.Rules)
        {
            table.AddRow(
                effect.Rule,
                effect.Change,
                string.Join(", ", effect.Venues),
                CliffsView.Number(effect.AtOnce, "+0.000;-0.000;0.000"),
                CliffsView.Number(effect.Sold, "+0.000;-0.000;0.000")
            );
        }

        return table;
    }
}
