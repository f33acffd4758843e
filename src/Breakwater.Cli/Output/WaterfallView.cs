using System.Globalization;
using Breakwater.Runs;
using Spectre.Console;

namespace Breakwater.Cli;

/// <summary>Who bore a run's losses, and how few held how much.</summary>
internal static class WaterfallView
{
    // Of the run's loss: a coin with less is in the summary alone.
    private const decimal SmallestShare = 0.02m;

    public static void Write(IAnsiConsole terminal, RunSummary run)
    {
        terminal.WriteLine("WHERE LOSSES CAME TO REST (modelled, millions of dollars; a gain is negative)");
        terminal.Write(LossesOf(run));
        terminal.WriteLine();
        terminal.WriteLine(
            "WHAT THE TEN LARGEST ACCOUNTS HELD (modelled; of what was forced, and of open interest at the start)"
        );
        terminal.Write(ConcentrationOf(run));
        terminal.WriteLine();
    }

    private static Table LossesOf(RunSummary run)
    {
        Table table = RunView.NewTable("venue", "coin");
        foreach (string column in (string[])["loss", "traders' margin", "fund", "winners", "unpaid"])
        {
            table.AddColumn(RunView.Right(column));
        }

        decimal smallest = SmallestShare * run.Venues.Sum(venue => venue.Waterfall[^1].Loss);
        foreach (VenueSummary venue in run.Venues.Where(venue => venue.Waterfall[^1].Loss != 0))
        {
            foreach (WaterfallSummary part in venue.Waterfall.Where(IsShown))
            {
                decimal[] amounts = [part.Loss, part.TraderMargin, part.Fund, part.Winners, part.Unpaid];
                table.AddRow([venue.Name, part.Coin, .. amounts.Select(RunView.Millions)]);
            }
        }

        return table;

        bool IsShown(WaterfallSummary part) => part.Coin == WaterfallSummary.All || Math.Abs(part.Loss) >= smallest;
    }

    private static Table ConcentrationOf(RunSummary run)
    {
        Table table = RunView.NewTable("venue").AddColumn(RunView.Right("of forced"));
        table.AddColumn(RunView.Right("of BTC longs")).AddColumn(RunView.Right("at most")).AddColumn("in");
        foreach (VenueSummary venue in run.Venues)
        {
            ConcentrationSummary? most = venue.Concentration.MaxBy(side => side.TenLargestShare ?? 0);
            ConcentrationSummary? bitcoin = venue.Concentration.FirstOrDefault(side => side.Coin == "BTC");
            if (most?.TenLargestShare is not null)
            {
                table.AddRow(
                    venue.Name,
                    Share(venue.TenLargestForcedShare),
                    Share(bitcoin?.TenLargestShare),
                    Share(most.TenLargestShare),
                    $"{most.Coin} {most.Side}s"
                );
            }
        }

        return table;
    }

    private static string Share(decimal? share) => share?.ToString("P1", CultureInfo.InvariantCulture) ?? "none";
}
