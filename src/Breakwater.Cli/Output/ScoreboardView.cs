using System.Globalization;
using Breakwater.Lab;
using Breakwater.Runs;
using Spectre.Console;

namespace Breakwater.Cli;

/// <summary>Shows an ensemble beside what was observed.</summary>
internal static class ScoreboardView
{
    private static readonly string[] s_columns = ["observed", "5 %", "median", "95 %", "inside", "CRPS"];

    public static void Write(IAnsiConsole terminal, Scoreboard board)
    {
        terminal.WriteLine(
            FormattableString.Invariant(
                $"SCOREBOARD (modelled over {board.Seeds} seeds, beside what was observed on {board.ObservedOn}, UTC)"
            )
        );
        terminal.WriteLine("to fit:");
        WriteRows(terminal, board, ObservableUse.Fitting);
        terminal.WriteLine(
            "held out from the search (values set by hand were set with some of them in view; the scenario says which):"
        );
        WriteRows(terminal, board, ObservableUse.HeldOut);
        terminal.WriteLine($"to fit: {Count(board.Fitting)}");
        terminal.WriteLine($"held out: {Count(board.HeldOut)}");
        foreach (BaselineComparison against in board.Against)
        {
            terminal.WriteLine(TextOf(against));
        }

        terminal.WriteLine(
            "inside: median in the interval widened by its error, band from 5 % to 95 % no wider than its cap; docs/models/scoring.md"
        );
        string sources = string.Join("; ", board.Rows.Select(row => row.Observable.Source).Distinct());
        terminal.WriteLine($"observed: {sources}");
        terminal.WriteLine();
    }

    /// <summary>A table of the model's bands alone.</summary>
    public static Table TableOf(IEnumerable<ScoreboardRow> rows, IReadOnlyList<string> baselines)
    {
        Table table = RunView.NewTable("row", "observable");
        foreach (string column in s_columns.Concat(baselines.Select(name => $"CRPS of {name}")))
        {
            table.AddColumn(RunView.Right(column));
        }

        foreach (ScoreboardRow row in rows)
        {
            Observable observable = row.Observable;
            table.AddRow([
                observable.Id,
                observable.Name,
                $"{Number(observable, observable.Low)} to {Number(observable, observable.High)}",
                Number(observable, row.Model.Low),
                Number(observable, row.Model.Median),
                Number(observable, row.Model.High),
                Word(row.Model),
                Number(observable, row.Model.Crps),
                .. row.Baselines.Select(score => Number(observable, score.Crps)),
            ]);
        }

        return table;
    }

    /// <summary>Why rows are not inside, or not shown.</summary>
    public static IEnumerable<string> ReasonsOf(IEnumerable<ScoreboardRow> rows) =>
        rows.Where(row => row.Model.Reason is not null).Select(row => $"{row.Observable.Id}: {row.Model.Reason}");

    private static void WriteRows(IAnsiConsole terminal, Scoreboard board, ObservableUse use)
    {
        ScoreboardRow[] rows = [.. board.Rows.Where(row => row.Observable.Use == use)];
        if (rows.Length == 0)
        {
            terminal.WriteLine("none");
            return;
        }

        terminal.Write(TableOf(rows, board.Baselines));
        terminal.WriteLine(string.Join("; ", ReasonsOf(rows)));
    }

    private static string Word(Score score) =>
        score.Inside switch
        {
            true => "yes",
            false => "no",
            null => "not shown",
        };

    private static string Count(ScoreboardCount count) =>
        FormattableString.Invariant(
            $"{count.Inside} of {count.Rows} rows inside, {count.Outside} outside, {count.Rows - count.Inside - count.Outside} not shown"
        );

    private static string TextOf(BaselineComparison against) =>
        against.Compared == 0
            ? $"against {against.Name}: nothing that both show"
            : FormattableString.Invariant(
                $"against {against.Name}: lower CRPS in {against.Better} of {against.Compared} that both show, equal in {against.Equal}; mean over half widths {against.Model:0.00} against {against.Baseline:0.00}"
            );

    private static string Number(Observable observable, double? value) =>
        value is not { } number ? ""
        : observable.Unit == ObservableUnit.Usd ? $"{RunView.Millions((decimal)number)}M"
        : number.ToString(observable.Unit == ObservableUnit.Minutes ? "0.0" : "0.0000", CultureInfo.InvariantCulture);
}
