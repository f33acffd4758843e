using System.Globalization;
using Breakwater.Lab;
using Spectre.Console;

namespace Breakwater.Cli;

/// <summary>Depth curves beside order books, as a table for people.</summary>
internal static class DisagreementView
{
    private const double SmallestShown = 50_000;

    public static void Write(IAnsiConsole terminal, DisagreementReport report)
    {
        terminal.WriteLine($"{report.Scenario}, seeds {report.Seeds}: the same crowd, news and noise on both");
        terminal.WriteLine(
            "DEPTH CURVES AND ORDER BOOKS (modelled; medians over seeds; dollars in millions, rows below 50 thousand left out)"
        );
        Table table = RunView.NewTable("figure", "venue", "coin");
        foreach (string column in (string[])["curves", "books", "books - curves", "lowest", "highest"])
        {
            table.AddColumn(RunView.Right(column));
        }

        foreach (DisagreementRow row in report.Rows.Where(IsShown))
        {
            double[] values = [row.Curves, row.Books, row.Difference, row.LowestDifference, row.HighestDifference];
            table.AddRow([row.Name, row.Venue, row.Coin, .. values.Select(value => Text(row.Unit, value))]);
        }

        terminal.Write(table);
        terminal.WriteLine($"breakwater {report.Engine}");
    }

    private static string Text(string unit, double value) =>
        unit switch
        {
            "usd" or "ratio" => EnsembleView.Text(unit, value),
            _ => value.ToString("N1", CultureInfo.InvariantCulture),
        };

    private static bool IsShown(DisagreementRow row) =>
        row.Unit != "usd" || Math.Max(Math.Abs(row.Curves), Math.Abs(row.Books)) >= SmallestShown;
}
