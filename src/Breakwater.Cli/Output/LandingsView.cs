using System.Globalization;
using Breakwater.Lab.Map;
using Spectre.Console;

namespace Breakwater.Cli;

/// <summary>Where the map lands beside where runs do.</summary>
internal static class LandingsView
{
    public static void Write(IAnsiConsole terminal, CliffsReport report)
    {
        if (report.Runs.Count == 0)
        {
            return;
        }

        terminal.WriteLine(
            "THE MAP BESIDE RUNS (modelled; percent to the low, mean of venues by depth; one crowd, one path)"
        );
        terminal.Write(ChecksOf(report.Runs));
        terminal.WriteLine();
        terminal.WriteLine(
            "THE MAP OVER THE RUN (landing of the map ÷ low of the run, over the coins; no deeper: landings that the run did not pass by half a percent)"
        );
        terminal.Write(RatiosOf(report.RunRatios));
        if (report.RunGaps.Count > 0)
        {
            string closed = string.Join(
                ", ",
                report.RunGaps.Select(gap =>
                    $"{CliffsView.Number(100 * gap.Closed, "N0")} % {CliffsView.Number(gap.Seconds, "0.#")} s later"
                )
            );
            terminal.WriteLine(
                $"Of a venue's distance from the others was gone, from the shock to the low: {closed}; the widest was {CliffsView.Number(report.RunGaps[0].Widest)} %. "
                    + "Selling that goes on opens it anew: arbitrage carries more than that."
            );
        }

        terminal.WriteLine();
    }

    private static Table ChecksOf(IReadOnlyList<LandingCheck> checks)
    {
        Table table = RunView.NewTable("coin");
        foreach (
            string column in (string[])
                [
                    "shock",
                    "run, nobody liquidated",
                    "run",
                    "map, calm",
                    "÷ run",
                    "map, makers gone",
                    "÷ run",
                    "map from the run without",
                ]
        )
        {
            table.AddColumn(RunView.Right(column));
        }

        foreach (LandingCheck check in checks)
        {
            table.AddRow(
                check.Coin,
                Fall(check.Shock),
                Fall(check.WithoutLiquidations),
                Fall(check.Run),
                Fall(check.Calm),
                Ratio(check.CalmOverRun),
                Fall(check.Withdrawn),
                Ratio(check.WithdrawnOverRun),
                Fall(check.FromRun)
            );
        }

        return table;
    }

    private static Table RatiosOf(IReadOnlyList<LandingRatio> ratios)
    {
        Table table = RunView.NewTable("shock", "map");
        foreach (string column in (string[])["median", "lowest", "highest", "landings", "no deeper"])
        {
            table.AddColumn(RunView.Right(column));
        }

        foreach (LandingRatio ratio in ratios)
        {
            table.AddRow(
                ratio.Shock is { } shock ? Fall(shock) + " %" : "all",
                ratio.Book == BookState.Calm ? "calm" : "makers gone",
                Ratio(ratio.Median),
                Ratio(ratio.Lowest),
                Ratio(ratio.Highest),
                ratio.Landings.ToString(CultureInfo.InvariantCulture),
                ratio.NoDeeper.ToString(CultureInfo.InvariantCulture)
            );
        }

        return table;
    }

    private static string Fall(double percent) => "-" + CliffsView.Number(percent);

    private static string Ratio(double? ratio) => ratio is { } known ? CliffsView.Number(known, "N2") : "";
}
