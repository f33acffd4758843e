using System.Globalization;
using Breakwater.Lab.Map;
using Spectre.Console;

namespace Breakwater.Cli;

/// <summary>A liquidation map as tables for people.</summary>
internal static class MapView
{
    private const double Million = 1_000_000;

    public static void Write(IAnsiConsole terminal, LiquidationMapReport report)
    {
        terminal.WriteLine(
            $"{report.Coin} at {report.Venue}, {report.At}, price {Price(report.Price)}; {report.Caveat}"
        );
        terminal.WriteLine($"modelled from {report.Source}; crowds of seeds {report.Seeds}");
        if (report.LongCoverage is { } longs && report.ShortCoverage is { } shorts)
        {
            terminal.WriteLine(
                $"measured from the accounts file: {Percent(longs)} of longs, {Percent(shorts)} of shorts"
            );
        }

        terminal.WriteLine();
        WriteSide(terminal, report, "LONGS BELOW", report.Longs, "-");
        WriteSide(terminal, report, "SHORTS ABOVE", report.Shorts, "+");
        WriteScores(terminal, report);
        WriteTotals(terminal, report);
        terminal.WriteLine(
            "Other coins' prices stand still; nobody adds margin or closes. How it is made and scored: docs/liquidation-map.md"
        );
        terminal.WriteLine($"breakwater {report.Engine}");
    }

    private static void WriteSide(
        IAnsiConsole terminal,
        LiquidationMapReport report,
        string title,
        IReadOnlyList<MapLevel> levels,
        string sign
    )
    {
        bool hasMeasured = report.LongCoverage is not null;
        bool hasObserved = report.Scores.Count > 0;
        terminal.WriteLine($"{title} THAT BECOME LIQUIDATABLE ($M by level; modelled: 5 / 50 / 95 % of crowds)");
        Table table = RunView.NewTable("level").AddColumn(RunView.Right("to")).AddColumn(RunView.Right("modelled"));
        AddIf(hasMeasured, "measured");
        AddIf(hasMeasured, "together");
        AddIf(hasObserved, "then fired (published)");
        table.AddColumn("");
        double most = levels.Max(level => level.Modelled.P50);
        foreach (MapLevel level in levels)
        {
            var cells = new List<string>
            {
                $"{sign}{Number(level.From)} to {sign}{Number(level.To)} %",
                Price(level.Price),
                CliffsView.Text(Scaled(level.Modelled)),
            };
            cells.AddRange(hasMeasured ? [Millions(level.Measured), Millions(level.Together)] : []);
            cells.AddRange(hasObserved ? [Millions(level.Observed)] : []);
            cells.Add(Bar(level.Modelled.P50, most));
            table.AddRow([.. cells]);
        }

        terminal.Write(table);
        terminal.WriteLine();

        void AddIf(bool shown, string column)
        {
            if (shown)
            {
                table.AddColumn(RunView.Right(column));
            }
        }
    }

    private static void WriteScores(IAnsiConsole terminal, LiquidationMapReport report)
    {
        if (report.NoScore is { } reason)
        {
            terminal.WriteLine($"SCORE BY LEVEL: none, {reason}");
            terminal.WriteLine();
            return;
        }

        terminal.WriteLine("SCORE BY LEVEL (measured against modelled, levels that the price then reached)");
        Table table = RunView.NewTable("side");
        foreach (
            string column in (string[])
                ["levels", "fired, $M", "at most", "map, $M", "rank correlation", "overlap", "inside the band"]
        )
        {
            table.AddColumn(RunView.Right(column));
        }

        foreach (MapScore score in report.Scores)
        {
            table.AddRow(
                score.Side,
                score.Levels.ToString(CultureInfo.InvariantCulture),
                Millions(score.Observed.Published),
                double.IsFinite(score.Observed.Upper) ? Millions(score.Observed.Upper) : "unknown",
                CliffsView.Text(Scaled(score.Map)),
                score.RankCorrelation is { } correlation ? CliffsView.Number(correlation, "N2") : "",
                score.Overlap is { } overlap ? Percent(overlap) : "",
                score.InsideBand is { } inside ? Percent(inside) : ""
            );
        }

        terminal.Write(table);
        terminal.WriteLine();
    }

    private static void WriteTotals(IAnsiConsole terminal, LiquidationMapReport report)
    {
        foreach (TotalCompared total in report.Totals)
        {
            string verdict = total.IsInside ? "inside" : "outside";
            terminal.WriteLine(
                $"TOTAL: longs down to -{Number(total.Fall)} %: modelled {CliffsView.Text(Scaled(total.Map), "N0")} $M; "
                    + $"reported {Millions(total.Low)} to {Millions(total.High)} $M, {total.Window}: the median is {verdict}"
            );
            terminal.WriteLine($"  reported: {total.Universe} ({total.Source})");
            terminal.WriteLine();
        }
    }

    private static Band Scaled(Band band) => new(band.P5 / Million, band.P50 / Million, band.P95 / Million);

    private static string Bar(double value, double most) =>
        most > 0 ? new string('#', (int)Math.Round(20 * value / most)) : "";

    private static string Millions(double? dollars) => dollars is { } known ? CliffsView.Number(known / Million) : "";

    private static string Number(double value) => CliffsView.Number(value, "0.##");

    private static string Price(double price) => CliffsView.Number(price, price < 10 ? "N4" : "N1");

    private static string Percent(double share) => CliffsView.Number(100 * share) + " %";
}
