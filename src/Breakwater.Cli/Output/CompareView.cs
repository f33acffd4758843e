using System.Globalization;
using Breakwater.Lab;
using Breakwater.Runs;
using Spectre.Console;

namespace Breakwater.Cli;

/// <summary>Paired differences as tables for people.</summary>
internal static class CompareView
{
    private const double SmallestShown = 50_000;

    private static readonly HashSet<string> s_leadingByCoin = new(StringComparer.Ordinal) { "fall", "low_time" };

    private static readonly HashSet<string> s_leadingByVenue = new(StringComparer.Ordinal)
    {
        "deleveraged",
        "fund_change",
        "fund_drawdown",
        "fund_exhausted",
    };

    public static void Write(IAnsiConsole terminal, CompareReport report, bool all)
    {
        WriteSides(terminal, report);
        foreach (PairedComparison pair in report.Against)
        {
            terminal.WriteLine();
            terminal.WriteLine($"{pair.Label} LESS {report.Sides[0].Label} (modelled; dollars in millions)");
            terminal.Write(
                TableOf(
                    all
                        ? pair.Figures
                        : [.. Leading(pair.Figures).OrderBy(figure => s_leadingByCoin.Contains(figure.Name) ? 0 : 1)]
                )
            );
            if (pair.LeftOut > 0)
            {
                terminal.WriteLine($"{pair.LeftOut} figures are on one side alone and were left out");
            }
        }

        terminal.WriteLine();
        terminal.WriteLine(
            "difference: mean over seeds; intervals hold 95 %, Student's t and bootstrap: where they disagree, believe the wider"
        );
        terminal.WriteLine(FundText.Explanation);
        terminal.WriteLine(
            $"lower: seeds in which {(report.Against.Count == 1 ? report.Against[0].Label : "the side")} has less"
        );
        terminal.WriteLine($"written to {report.Folder}");
    }

    private static void WriteSides(IAnsiConsole terminal, CompareReport report)
    {
        terminal.WriteLine($"seeds {report.Seeds} on every side: the same crowd and the same luck");
        foreach (ComparedSide side in report.Sides)
        {
            terminal.WriteLine($"{side.Label}  (event logs {side.EventLogHash})");
            foreach (ScenarioValue change in side.Changes)
            {
                terminal.WriteLine($"  {change}");
            }
        }
    }

    // Totals; prices where each coin is listed first; what moved at the venues.
    private static IEnumerable<PairedFigure> Leading(IReadOnlyList<PairedFigure> figures)
    {
        var firstVenueOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (PairedFigure figure in figures)
        {
            bool isPrice = s_leadingByCoin.Contains(figure.Name);
            if (isPrice)
            {
                firstVenueOf.TryAdd(figure.Coin, figure.Venue);
            }

            bool isShown =
                figure.Venue == Figure.All
                || (isPrice && firstVenueOf[figure.Coin] == figure.Venue)
                || (s_leadingByVenue.Contains(figure.Name) && figure.Coin == Figure.All && Moved(figure));
            if (isShown && !IsNothing(figure))
            {
                yield return figure;
            }
        }
    }

    private static bool IsNothing(PairedFigure figure) =>
        figure is { FirstMedian: 0, OtherMedian: 0 } && figure.Equal == figure.Difference.Seeds;

    private static bool Moved(PairedFigure figure)
    {
        double[] values = [figure.FirstMedian, figure.OtherMedian, figure.Difference.Mean];
        return values.Max(Math.Abs) >= (figure.Unit == "usd" ? SmallestShown : double.Epsilon);
    }

    private static Table TableOf(IReadOnlyList<PairedFigure> figures)
    {
        Table table = RunView.NewTable("figure", "venue", "coin");
        foreach (
            string column in (string[])["median", "first's", "difference", "95 % (t)", "95 % (bootstrap)", "lower"]
        )
        {
            table.AddColumn(RunView.Right(column));
        }

        foreach (PairedFigure figure in figures)
        {
            table.AddRow(
                figure.Name,
                figure.Venue,
                figure.Coin,
                EnsembleView.Text(figure.Unit, figure.OtherMedian),
                EnsembleView.Text(figure.Unit, figure.FirstMedian),
                EnsembleView.Text(figure.Unit, figure.Difference.Mean),
                Text(figure.Unit, figure.Difference.Student),
                Text(figure.Unit, figure.Difference.Bootstrap),
                LowerOf(figure)
            );
        }

        return table;
    }

    private static string Text(string unit, Interval? interval) =>
        interval is null
            ? "needs two seeds"
            : $"{EnsembleView.Text(unit, interval.Low)} to {EnsembleView.Text(unit, interval.High)}";

    private static string LowerOf(PairedFigure figure)
    {
        string equal = figure.Equal == 0 ? "" : FormattableString.Invariant($", {figure.Equal} equal");
        return string.Create(CultureInfo.InvariantCulture, $"{figure.Lower} of {figure.Difference.Seeds}{equal}");
    }
}
