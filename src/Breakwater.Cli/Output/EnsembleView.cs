using System.Globalization;
using Breakwater.Lab;
using Breakwater.Runs;
using Spectre.Console;

namespace Breakwater.Cli;

/// <summary>An ensemble as tables for people.</summary>
internal static class EnsembleView
{
    private const double SmallestShown = 50_000;
    private const double Million = 1_000_000;

    private static readonly HashSet<string> s_byVenue = new(StringComparer.Ordinal)
    {
        "forced",
        "deleveraged",
        "fund_change",
        "fund_drawdown",
        "loss",
        "unpaid",
    };

    public static void Write(IAnsiConsole terminal, EnsembleReport report)
    {
        EnsembleSummary ensemble = report.Summary;
        terminal.WriteLine(
            $"{ensemble.Scenario}, seeds {ensemble.Seeds} of the {ensemble.Varies}, {ensemble.Start} to {ensemble.End}"
        );
        terminal.WriteLine(ensemble.Caveat);
        foreach (ScenarioValue change in report.Changes)
        {
            terminal.WriteLine(change.ToString());
        }

        Distribution[] shown = [.. ensemble.Distributions.Where(IsShown)];
        terminal.WriteLine();
        terminal.WriteLine("DISTRIBUTIONS OVER SEEDS (modelled; dollars in millions)");
        terminal.Write(TableOf(shown));
        terminal.WriteLine(
            $"{EnsembleRun.SummaryName} has {ensemble.Distributions.Count - shown.Length} more, by venue and coin"
        );
        terminal.WriteLine(FundText.Explanation);
        terminal.WriteLine();
        RiskView.Write(terminal, ensemble);
        if (report.Scoreboard is { } scoreboard)
        {
            ScoreboardView.Write(terminal, scoreboard);
        }

        terminal.WriteLine($"event logs {ensemble.EventLogHash}");
        terminal.WriteLine($"breakwater {ensemble.Engine}");
        terminal.WriteLine($"written to {report.Folder}");
    }

    /// <summary>A figure's value in the unit in which people read it.</summary>
    public static string Text(string unit, double value) =>
        unit switch
        {
            "usd" => (value / Million).ToString("N1", CultureInfo.InvariantCulture),
            "ratio" => value.ToString("P1", CultureInfo.InvariantCulture),
            "min" => value.ToString("N1", CultureInfo.InvariantCulture),
            _ => value.ToString("N0", CultureInfo.InvariantCulture),
        };

    // By coin there are hundreds; prices are shown where a coin is listed first.
    private static bool IsShown(Distribution figure) =>
        figure.Venue == Figure.All
        || (
            figure.Coin == Figure.All
            && s_byVenue.Contains(figure.Name)
            && (figure.Unit != "usd" || Math.Max(Math.Abs(figure.Lowest), Math.Abs(figure.Highest)) >= SmallestShown)
        );

    private static Table TableOf(IEnumerable<Distribution> distributions)
    {
        Table table = RunView.NewTable("figure", "venue", "coin");
        foreach (string column in (string[])["lowest", "5 %", "median", "95 %", "highest"])
        {
            table.AddColumn(RunView.Right(column));
        }

        foreach (Distribution figure in distributions)
        {
            double[] values = [figure.Lowest, figure.P5, figure.P50, figure.P95, figure.Highest];
            table.AddRow([figure.Name, figure.Venue, figure.Coin, .. values.Select(value => Text(figure.Unit, value))]);
        }

        return table;
    }
}
