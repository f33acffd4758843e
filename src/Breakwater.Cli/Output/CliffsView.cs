using System.Globalization;
using Breakwater.Lab.Map;
using Spectre.Console;

namespace Breakwater.Cli;

/// <summary>A map of cliffs as tables and sentences for people.</summary>
internal static class CliffsView
{
    private const double Million = 1_000_000;

    public static void Write(IAnsiConsole terminal, CliffsReport report)
    {
        terminal.WriteLine($"{report.Scenario}, crowds of seeds {report.Seeds}");
        terminal.WriteLine($"modelled; {report.Caveat}");
        terminal.WriteLine();
        foreach (CoinCliffs coin in report.Coins)
        {
            terminal.WriteLine(Sentence(coin));
        }

        terminal.WriteLine();
        WriteAnswers(terminal, report);
        WriteLadders(terminal, report);
        WriteLevels(terminal, report.Coins[0], report.Coins.Count > 1);
        InfectionView.Write(terminal, report.Infection, MinutesOf(report));
        RuleEffectsView.Write(terminal, report.Infection);
        LandingsView.Write(terminal, report);
        WriteGuide(terminal, report);
        terminal.WriteLine($"breakwater {report.Engine}");
    }

    internal static string Number(double value, string format = "N1") =>
        value.ToString(format, CultureInfo.InvariantCulture);

    internal static string Text(Band band, string format = "N1") =>
        $"{Number(band.P5, format)} / {Number(band.P50, format)} / {Number(band.P95, format)}";

    private static string Sentence(CoinCliffs coin)
    {
        ShockAnswer calm = coin.Answers[0];
        ShockAnswer gone = coin.Answers[1];
        return $"{coin.Coin}: a shock of -{Number(gone.Shock)} % next stops at {LandingOf(calm)} in a calm book{CliffOf(coin.Cliffs[0])}; "
            + $"as an outer bound at {LandingOf(gone)}, where makers have withdrawn all along{CliffOf(coin.Cliffs[1])}";
    }

    private static string LandingOf(ShockAnswer answer) =>
        $"-{Number(answer.Landing.P50)} % ({Number(answer.Landing.P5)} to {Number(answer.Landing.P95)})";

    private static string CliffOf(CliffAnswer cliff) =>
        cliff is { Trigger: { } trigger, From: { } from, To: { } to }
            ? $", in {Number(100 * cliff.Share, "N0")} % of crowds a cliff: past -{Number(trigger.P50)} % ({Number(trigger.P5)} to {Number(trigger.P95)}) it jumps from -{Number(from.P50)} to -{Number(to.P50)} %"
            : "";

    private static void WriteAnswers(IAnsiConsole terminal, CliffsReport report)
    {
        terminal.WriteLine(
            $"A SHOCK OF {Number(report.Shock)} % TO THE MARKET (modelled; percent below the start, 5 / 50 / 95 % of crowds)"
        );
        Table table = RunView.NewTable("coin");
        foreach (
            string column in (string[])["own shock", "lands, calm", "lands, makers gone", "forced, $M", "bottomless"]
        )
        {
            table.AddColumn(RunView.Right(column));
        }

        foreach (CoinCliffs coin in report.Coins)
        {
            ShockAnswer gone = coin.Answers[1];
            table.AddRow(
                coin.Coin,
                Number(gone.Shock),
                Text(coin.Answers[0].Landing),
                Text(gone.Landing),
                Text(new Band(gone.Sold.P5 / Million, gone.Sold.P50 / Million, gone.Sold.P95 / Million), "N0"),
                Number(100 * gone.Bottomless, "N0") + " %"
            );
        }

        terminal.Write(table);
        terminal.WriteLine();
    }

    private static void WriteLadders(IAnsiConsole terminal, CliffsReport report)
    {
        terminal.WriteLine("LANDING BY SHOCK TO THE MARKET (modelled; makers withdrawn, median over crowds, percent)");
        Table table = RunView.NewTable("coin");
        foreach (ShockAnswer answer in report.Coins[0].Ladder)
        {
            table.AddColumn(RunView.Right($"-{Number(answer.Market, "0.#")} %"));
        }

        foreach (CoinCliffs coin in report.Coins)
        {
            table.AddRow([coin.Coin, .. coin.Ladder.Select(answer => "-" + Number(answer.Landing.P50))]);
        }

        terminal.Write(table);
        terminal.WriteLine();
    }

    private static void WriteLevels(IAnsiConsole terminal, CoinCliffs coin, bool hasOthers)
    {
        string others = hasOthers ? "; --coin for another" : "";
        terminal.WriteLine(
            $"FUSE OF {coin.Coin} BY LEVEL (modelled; all venues, $M for each percent; 5 / 50 / 95 % of crowds{others})"
        );
        Table table = RunView.NewTable("level");
        foreach (
            string column in (string[])
                ["down to", "liquidatable", "sold at once", "with funds' sales", "R calm", "R makers gone"]
        )
        {
            table.AddColumn(RunView.Right(column));
        }

        foreach (FuseLevel level in coin.Levels)
        {
            table.AddRow(
                $"-{Number(level.From, "0.#")} to -{Number(level.To, "0.#")} %",
                Number(level.Price, level.Price < 10 ? "N4" : "N0"),
                Millions(level.Ordered),
                Millions(level.SoldAtOnce),
                Millions(level.Sold),
                Text(level.NumberCalm, "N2"),
                Text(level.NumberWithdrawn, "N2")
            );
        }

        terminal.Write(table);
        terminal.WriteLine();
    }

    private static void WriteGuide(IAnsiConsole terminal, CliffsReport report)
    {
        terminal.WriteLine("HOW TO READ IT");
        terminal.WriteLine(
            "A level's fuse is what its fall sells by force; R is that over what the market takes up: above 1 a fall feeds itself."
        );
        terminal.WriteLine(
            "Where R stays above 1 over several levels, a shock that comes so far goes on to where it is spent: a cliff."
        );
        terminal.WriteLine(
            $"Sold counts what funds sell within {Number(MinutesOf(report), "0.#")} minutes of what they took over. Deleveraging sells nothing."
        );
        terminal.WriteLine(
            "Calm and makers gone are two depths of one book; a real fall lies between. Time, stops and panic are left out."
        );
        terminal.WriteLine(
            "Bottomless: crowds in which no level stops the fall. Mathematics and errors: docs/models/cascade.md"
        );
    }

    private static double MinutesOf(CliffsReport report) => report.Conditions.Horizon.Nanoseconds / 60e9;

    private static string Millions(Band band) =>
        Text(new Band(band.P5 / Million, band.P50 / Million, band.P95 / Million), "N0");
}
