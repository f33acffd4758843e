using System.Globalization;
using Breakwater.Lab;
using Breakwater.Runs;
using Spectre.Console;

namespace Breakwater.Cli;

/// <summary>Shows an ensemble beside what was observed.</summary>
internal static class ScoreboardView
{
    public static void Write(IAnsiConsole terminal, Scoreboard board)
    {
        terminal.WriteLine(
            FormattableString.Invariant($"SCOREBOARD (modelled over {board.Seeds} seeds; observed as stated)")
        );
        terminal.Write(TableOf(board, board.Rows.Where(row => row.Observable.Use == ObservableUse.Fitting)));
        terminal.WriteLine("held out: never looked at by a fit");
        terminal.Write(TableOf(board, board.Rows.Where(row => row.Observable.Use == ObservableUse.HeldOut)));
        terminal.WriteLine(
            FormattableString.Invariant($"fitting rows: {Count(board.Fitting)}; held-out rows: {Count(board.HeldOut)}")
        );
        foreach (BaselineComparison against in board.Against)
        {
            terminal.WriteLine(TextOf(against));
        }

        terminal.WriteLine(
            "inside: median within the interval widened by its error, and the band from 5 % to 95 % no wider than its cap"
        );
        string sources = string.Join("; ", board.Rows.Select(row => row.Observable.Source).Distinct());
        terminal.WriteLine($"observed: {sources}");
        terminal.WriteLine();
    }

    private static Table TableOf(Scoreboard board, IEnumerable<ScoreboardRow> rows)
    {
        Table table = RunView.NewTable("", "observable").AddColumn(RunView.Right("observed"));
        foreach (string column in (string[])["5 %", "median", "95 %", "inside", "CRPS", .. board.Baselines])
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
                Verdict(row.Model),
                Number(observable, row.Model.Crps),
                .. row.Baselines.Select(score => Baseline(observable, score)),
            ]);
        }

        return table;
    }

    private static string Verdict(Score score) =>
        score.Inside switch
        {
            true => "yes",
            false => $"no: {score.Reason}",
            null => $"not shown: {score.Reason}",
        };

    private static string Baseline(Observable observable, Score score) =>
        score.Crps is null
            ? score.Reason!
            : $"{Number(observable, score.Median)}, CRPS {Number(observable, score.Crps)}";

    private static string Count(ScoreboardCount count) =>
        FormattableString.Invariant(
            $"{count.Inside} of {count.Rows} inside, {count.Outside} outside, {count.Rows - count.Inside - count.Outside} not shown"
        );

    private static string TextOf(BaselineComparison against) =>
        against.Compared == 0
            ? $"against {against.Name}: nothing that both show"
            : FormattableString.Invariant(
                $"against {against.Name}: better CRPS in {against.Better} of {against.Compared}, equal in {against.Equal}; mean over half widths {against.Model:0.00} against {against.Baseline:0.00}"
            );

    private static string Number(Observable observable, double? value) =>
        value is not { } number ? ""
        : observable.Unit == ObservableUnit.Usd ? $"{RunView.Millions((decimal)number)}M"
        : number.ToString(observable.Unit == ObservableUnit.Minutes ? "0.0" : "0.0000", CultureInfo.InvariantCulture);
}
