using System.Globalization;
using Breakwater.Lab;
using Breakwater.Runs;
using Spectre.Console;

namespace Breakwater.Cli;

/// <summary>A run beside what was observed.</summary>
internal static class ComparisonView
{
    private const string ByMinute = "_minute";

    private static readonly HashSet<string> s_quoted = new(StringComparer.Ordinal)
    {
        "liquidated",
        "accounts_liquidated",
        "peak_minute_share",
        "long_share",
        "insurance_fund_fall",
        "open_interest_change",
    };

    public static void Write(IAnsiConsole terminal, IReadOnlyList<ComparedFigure> comparison)
    {
        ComparedFigure[] compared = [.. comparison.Where(IsShown)];
        if (compared.Length > 0)
        {
            string days = ObservedDays.Of([
                .. compared.Select(figure => (figure.Observed.WindowStart, figure.Observed.WindowEnd)),
            ]);
            terminal.WriteLine($"BESIDE WHAT WAS OBSERVED ON {days} (same coin, venue and window)");
            terminal.Write(TableOf(compared));
            string sources = string.Join("; ", compared.Select(figure => figure.Observed.Source).Distinct());
            terminal.WriteLine($"observed: {sources}");
            terminal.WriteLine();
        }

        WriteNotComparable(terminal, comparison);
    }

    // Minutes are for charts: the folder has them.
    private static bool IsShown(ComparedFigure figure) =>
        figure.Modelled is not null && !figure.Observed.Name.EndsWith(ByMinute, StringComparison.Ordinal);

    private static Table TableOf(IEnumerable<ComparedFigure> compared)
    {
        Table table = RunView
            .NewTable("figure", "venue", "coin", "window, UTC")
            .AddColumn(RunView.Right("modelled"))
            .AddColumn(RunView.Right("observed"));
        foreach (ComparedFigure figure in compared)
        {
            ObservedValue observed = figure.Observed;
            table.AddRow(
                observed.Name,
                observed.Venue,
                observed.Coin,
                Window(observed),
                Modelled(observed.Unit, figure.Modelled!.Value),
                Interval(observed)
            );
        }

        return table;
    }

    // The figures that people quote of a day; the others are in the run folder.
    private static void WriteNotComparable(IAnsiConsole terminal, IReadOnlyList<ComparedFigure> comparison)
    {
        ComparedFigure[] rest = [.. comparison.Where(figure => figure.NotComparable is not null)];
        if (rest.Length == 0)
        {
            return;
        }

        terminal.WriteLine("REPORTED, NOT COMPARABLE");
        foreach (ComparedFigure figure in rest.Where(figure => s_quoted.Contains(figure.Observed.Name)))
        {
            ObservedValue observed = figure.Observed;
            terminal.WriteLine(
                $"{observed.Name} {observed.Coin}, {observed.Venue}, {Window(observed)} UTC: {Interval(observed)}; {figure.NotComparable}"
            );
        }

        int left = rest.Count(figure => !s_quoted.Contains(figure.Observed.Name));
        int minutes = comparison.Count(figure => figure.NotComparable is null && !IsShown(figure));
        terminal.WriteLine(
            $"{ScenarioRun.ComparisonName} has {left} more, and {minutes} comparable figures by the minute"
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

    private static string Modelled(string unit, decimal value) =>
        unit switch
        {
            "usd" => RunView.Millions(value) + "M",
            "ratio" => Share(value),
            "time_of_day" => TimeOnly
                .MinValue.AddMinutes((double)value)
                .ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            _ => value.ToString("N0", CultureInfo.InvariantCulture),
        };

    // A spread is a tenth of a per cent.
    private static string Share(decimal value) =>
        value.ToString(Math.Abs(value) < 0.01m ? "P2" : "P1", CultureInfo.InvariantCulture);

    private static string Figure(ObservedValue observed, string text)
    {
        bool isNumber = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number);
        return observed.Unit switch
        {
            "usd" when isNumber && number >= 100_000 => RunView.Millions(number) + "M",
            "ratio" when isNumber => Share(number),
            "time_of_day" => text,
            "accounts" when isNumber => number.ToString("N0", CultureInfo.InvariantCulture),
            _ => $"{text} {observed.Unit}",
        };
    }
}
