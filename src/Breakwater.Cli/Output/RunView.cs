using System.Globalization;
using Breakwater.Lab;
using Breakwater.Runs;
using Spectre.Console;

namespace Breakwater.Cli;

/// <summary>A run as tables for people.</summary>
internal static class RunView
{
    private const decimal Million = 1_000_000;
    private const decimal SmallestShare = 0.005m;

    public static void Write(IAnsiConsole terminal, RunReport report)
    {
        RunSummary run = report.Summary;
        terminal.WriteLine($"{run.Scenario}, seed {run.Seed}, {run.Start} to {run.End}");
        terminal.WriteLine($"{run.Caveat}");
        foreach (ScenarioValue change in report.Changes)
        {
            terminal.WriteLine(change.ToString());
        }

        foreach (string remark in report.Remarks)
        {
            terminal.WriteLine(remark);
        }

        terminal.WriteLine();
        AccountsView.Write(terminal, report.Folder);
        PriceView.Write(terminal, run);
        GenerationView.Write(terminal, run);
        terminal.WriteLine("FORCED OUT (modelled, millions of dollars; rows below half a per cent of all left out)");
        terminal.Write(FlowTableOf(run));
        terminal.WriteLine();
        terminal.WriteLine("WHO PAID (modelled, millions of dollars)");
        terminal.Write(FundTableOf(run));
        terminal.WriteLine(
            "unpaid: what closed accounts owed and the fund did not have, or by the venue's rules does not pay"
        );
        terminal.WriteLine();
        WaterfallView.Write(terminal, run);
        LendingView.Write(terminal, run);
        WriteTotals(terminal, run);
        terminal.WriteLine();
        ComparisonView.Write(terminal, report.Comparison);
        terminal.WriteLine();
        terminal.WriteLine($"event log {run.EventLogHash}, {Count(run.Events)} events");
        terminal.WriteLine($"breakwater {run.Engine}");
        terminal.WriteLine($"written to {report.Folder}");
    }

    public static string Millions(decimal amount) => (amount / Million).ToString("N1", CultureInfo.InvariantCulture);

    private static Table FlowTableOf(RunSummary run)
    {
        bool anyDeleveraged = run.Totals.Deleveraged > 0;
        Table table = NewTable("venue", "coin", "side")
            .AddColumn(Right("ordered"))
            .AddColumn(Right("taken over"))
            .AddColumn(Right("ADL'd"))
            .AddColumn(Right("forced"))
            .AddColumn(Right("accounts"));
        if (anyDeleveraged)
        {
            table.AddColumn(Right("winners"));
        }

        bool IsShown(FlowSummary flow) => flow.Forced + flow.Deleveraged > run.Totals.Forced * SmallestShare;
        foreach (VenueSummary venue in run.Venues)
        {
            foreach (FlowSummary flow in venue.Flows.Where(IsShown))
            {
                string[] cells =
                [
                    venue.Name,
                    flow.Coin,
                    flow.Side,
                    Millions(flow.Ordered),
                    Millions(flow.TakenOver),
                    Millions(flow.DeleveragedAway),
                    Millions(flow.Forced),
                    Count(flow.AccountsLiquidated),
                    Millions(flow.Deleveraged),
                ];
                table.AddRow(anyDeleveraged ? cells : cells[..^1]);
            }
        }

        return table;
    }

    private static Table FundTableOf(RunSummary run)
    {
        Table table = NewTable("fund of")
            .AddColumn(Right("capital"))
            .AddColumn(Right("received"))
            .AddColumn(Right("paid"))
            .AddColumn(Right("inv. P&L"))
            .AddColumn(Right("written off"))
            .AddColumn(Right("lowest"))
            .AddColumn(Right("after"))
            .AddColumn(Right("unpaid"));
        foreach (VenueSummary venue in run.Venues.Where(venue => venue.Accounts > 0))
        {
            FundSummary fund = venue.Fund;
            table.AddRow(
                venue.Name,
                Millions(fund.Capital),
                Millions(fund.Received),
                Millions(fund.Paid),
                Millions(fund.Realised + fund.Funding + fund.Unrealised),
                Millions(fund.WrittenOff),
                Millions(fund.LowestEquity),
                Millions(fund.Equity),
                Millions(venue.UnpaidLoss)
            );
        }

        return table;
    }

    private static void WriteTotals(IAnsiConsole terminal, RunSummary run)
    {
        RunTotals totals = run.Totals;
        terminal.WriteLine(
            $"forced {Millions(totals.Forced)}M{Longs(totals)}; winners deleveraged {Millions(totals.Deleveraged)}M; unpaid {Millions(totals.UnpaidLoss)}M"
        );
        if (totals.Deleveraged > 0)
        {
            terminal.WriteLine($"winners deleveraged, by what they came for: {ByKind(run)}");
        }

        terminal.WriteLine(
            $"accounts {Count(totals.Accounts)} ({Count(totals.AccountsSimulated)} simulated) at the start; liquidated {Count(totals.AccountsLiquidated)}, firms and whoever came later counted too"
        );
        if (totals.LargestMinute is not null)
        {
            decimal share = totals.LargestMinuteForced / totals.Forced;
            terminal.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"largest minute {totals.LargestMinute}: {Millions(totals.LargestMinuteForced)}M, {share:P0} of all"
                )
            );
        }

        long marks = run.Venues.Sum(venue => venue.MarkUpdates);
        long evaluations = run.Venues.Sum(venue => venue.Evaluations);
        terminal.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"marks {Count(marks)}, margin accounts evaluated {Count(evaluations)}: {(double)evaluations / marks:N1} a mark"
            )
        );
    }

    private static string ByKind(RunSummary run) =>
        string.Join(
            ", ",
            run.Venues.SelectMany(venue => venue.Deleveraged ?? [])
                .GroupBy(row => row.Of)
                .Select(rows => $"{rows.Key} {Millions(rows.Sum(row => row.Notional))}M")
        );

    internal static Table NewTable(params string[] columns)
    {
        Table table = new Table().Border(TableBorder.None);
        foreach (string column in columns)
        {
            table.AddColumn(new TableColumn(column).NoWrap().Padding(0, 0, 2, 0));
        }

        return table;
    }

    internal static TableColumn Right(string name) => new TableColumn(name).RightAligned().NoWrap().Padding(0, 0, 2, 0);

    private static string Longs(RunTotals totals) =>
        totals.LongShare is { } share ? string.Create(CultureInfo.InvariantCulture, $", {share:P1} of it long") : "";

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
