using System.Globalization;
using Breakwater.Exchange;
using Breakwater.Lab;

namespace Breakwater.Cli;

/// <summary>Policies of deleveraging side by side, in thousands of dollars.</summary>
internal static class DeleveragingView
{
    private const double Thousand = 1000;

    public static void Write(TextWriter output, DeleveragingReport report)
    {
        WritePublished(output, report);
        output.WriteLine();
        if (report.Replays.Count > 0)
        {
            WriteReplays(output, report);
        }
        else
        {
            output.WriteLine("No accounts: give a table of accounts to try the engine's policies on them.");
        }
    }

    private static void WritePublished(TextWriter output, DeleveragingReport report)
    {
        output.WriteLine(
            $"PUBLISHED POLICIES on {report.Waves} waves that needed {Text(report.Needed)} thousand dollars (reckoned from the file)"
        );
        output.WriteLine("  thousand dollars            taken  overshoot   tracking   fairness  objective  as printed");
        foreach (PolicyScore score in report.Published)
        {
            output.WriteLine(
                $"  {score.Policy.Name, -24}{Text(score.Taken), 9}{Text(score.Overshoot), 11}{Text(score.Tracking), 11}"
                    + $"{Text(score.Fairness), 11}{Text(score.Objective), 11}{Text(score.Policy.Objective), 12}"
            );
        }

        output.WriteLine(
            report.IsInPublishedOrder
                ? "  In the published order (arXiv 2602.15182, table 2), the best first."
                : "  NOT in the published order (arXiv 2602.15182, table 2)."
        );
        output.WriteLine(
            "  tracking: |taken - needed|; fairness: needed x |largest share one winner lost - the reference's|"
        );
    }

    private static void WriteReplays(TextWriter output, DeleveragingReport report)
    {
        output.WriteLine(
            $"THE ENGINE'S POLICIES on the same needs and {report.Accounts:#,##0} accounts, all in each wave (modelled)"
        );
        output.WriteLine(
            "  thousand dollars                taken  overshoot   fairness  largest share  accounts  leverage left"
                + string.Concat(DeleveragingReplay.Moves.Select(move => $"  owed at {move * 100:0} %".PadLeft(14)))
        );
        foreach (PolicyReplay replay in report.Replays)
        {
            output.WriteLine(
                $"  {WordsOf(replay), -28}{Text(replay.Taken), 9}{Text(replay.Overshoot), 11}{Text(replay.Fairness), 11}"
                    + $"{Percent(replay.LargestShare), 15}{replay.Touched, 10:#,##0}{Text(replay.HighestLeverage * Thousand), 15}"
                    + string.Concat(replay.Shortfalls.Select(owed => $"{Text(owed), 14}"))
            );
        }

        output.WriteLine(
            "  fairness: needed x (largest share one winner lost - the least possible); leverage left: of the most leveraged account;"
        );
        output.WriteLine("  owed: beyond their equity, if prices then moved so far against every account");
    }

    private static string WordsOf(PolicyReplay replay) =>
        replay.Policy switch
        {
            ReductionPolicy.Queue => $"queue, what was {replay.Severity}",
            ReductionPolicy.ProRata => "pro rata",
            ReductionPolicy.LeverageDraining => "leverage draining",
            _ => "risk-based",
        };

    private static string Text(double dollars) =>
        (dollars / Thousand).ToString("#,##0.0", CultureInfo.InvariantCulture);

    private static string Percent(double share) => share.ToString("0.00 %", CultureInfo.InvariantCulture);
}
