using System.Globalization;
using Breakwater.Lab;
using Breakwater.Runs;
using Spectre.Console;

namespace Breakwater.Cli;

/// <summary>A run beside what was observed.</summary>
internal static class ComparisonView
{
    private const string ByMinute = "_minute";

    public static void Write(IAnsiConsole terminal, IReadOnlyList<ComparedFigure> comparison)
    {
        terminal.WriteLine("Beside what was observed, for the same coin, window and definition");
        Table table = RunView
            .NewTable("figure", "venue", "coin", "window")
            .AddColumn(RunView.Right("modelled"))
            .AddColumn(RunView.Right("observed"))
            .AddColumn("source");
        foreach (ComparedFigure figure in comparison.Where(figure => figure.Simulated is not null))
        {
            if (!figure.Observed.Name.EndsWith(ByMinute, StringComparison.Ordinal))
            {
                AddRow(table, figure, RunView.Millions(figure.Simulated!.Value) + "M");
            }
        }

        terminal.Write(table);
        terminal.WriteLine("Reported, not comparable");
        WriteNotComparable(terminal, comparison);
    }

    // The figures that people quote of the day; the others are in the run folder.
    private static void WriteNotComparable(IAnsiConsole terminal, IReadOnlyList<ComparedFigure> comparison)
    {
        HashSet<string> quoted = new(StringComparer.Ordinal)
        {
            "liquidated",
            "accounts_liquidated",
            "peak_minute_share",
            "long_share",
            "insurance_fund_draw",
            "open_interest_change",
        };
        Table table = RunView
            .NewTable("figure", "venue", "coin", "window")
            .AddColumn(RunView.Right("observed"))
            .AddColumn("why not");
        int left = 0;
        foreach (ComparedFigure figure in comparison.Where(figure => figure.NotComparable is not null))
        {
            if (!quoted.Contains(figure.Observed.Name))
            {
                left++;
                continue;
            }

            ObservedValue observed = figure.Observed;
            table.AddRow(
                new Text(observed.Name),
                new Text(observed.Venue),
                new Text(observed.Coin),
                new Text(Window(observed)),
                new Text(Interval(observed)),
                new Text(figure.NotComparable!)
            );
        }

        terminal.Write(table);
        terminal.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{left} more in {ScenarioRun.ComparisonName}"));
    }

    private static void AddRow(Table table, ComparedFigure figure, string simulated)
    {
        ObservedValue observed = figure.Observed;
        table.AddRow(
            new Text(observed.Name),
            new Text(observed.Venue),
            new Text(observed.Coin),
            new Text(Window(observed)),
            new Text(simulated),
            new Text(Interval(observed)),
            new Text(observed.Source)
        );
    }

    private static string Window(ObservedValue observed)
    {
        DateTimeOffset start = observed.WindowStart.ToDateTimeOffset();
        DateTimeOffset end = observed.WindowEnd.ToDateTimeOffset();
        string format = end - start >= TimeSpan.FromHours(3) ? "d MMM HH:mm" : "HH:mm";
        return $"{start.ToString(format, CultureInfo.InvariantCulture)}-{end.ToString(format, CultureInfo.InvariantCulture)}";
    }

    private static string Interval(ObservedValue observed)
    {
        string low = Figure(observed, observed.Low);
        string high = Figure(observed, observed.High);
        return low == high ? low : $"{low} to {high}";
    }

    private static string Figure(ObservedValue observed, string text)
    {
        bool isNumber = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number);
        return observed.Unit switch
        {
            "usd" when isNumber && number >= 100_000 => RunView.Millions(number) + "M",
            "ratio" when isNumber => number.ToString("P1", CultureInfo.InvariantCulture),
            "accounts" when isNumber => number.ToString("N0", CultureInfo.InvariantCulture),
            _ => $"{text} {observed.Unit}",
        };
    }
}
