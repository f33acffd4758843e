using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>An ensemble held against what was observed, beside baselines.</summary>
/// <param name="Seeds">Runs of the model.</param>
/// <param name="Baselines">Their names.</param>
public sealed record Scoreboard(int Seeds, IReadOnlyList<string> Baselines, IReadOnlyList<ScoreboardRow> Rows)
{
    /// <summary>The days of the observables, as the scenario's file of them says.</summary>
    public string ObservedOn =>
        ObservedDays.Of([.. Rows.Select(row => (row.Observable.WindowStart, row.Observable.WindowEnd))]);

    public ScoreboardCount Fitting => Count(ObservableUse.Fitting);

    public ScoreboardCount HeldOut => Count(ObservableUse.HeldOut);

    public IReadOnlyList<BaselineComparison> Against =>
        [.. Baselines.Select((name, number) => CompareWith(name, number))];

    /// <param name="runs">By seed, then by observable.</param>
    /// <param name="baselines">The same for each baseline; a baseline may have fewer seeds.</param>
    public static Scoreboard Of(
        IReadOnlyList<Observable> observables,
        IReadOnlyList<IReadOnlyList<Measured>> runs,
        IReadOnlyList<(string Name, IReadOnlyList<IReadOnlyList<Measured>> Runs)> baselines
    ) =>
        new(
            runs.Count,
            [.. baselines.Select(baseline => baseline.Name)],
            [
                .. observables.Select(
                    (observable, number) =>
                        new ScoreboardRow(
                            observable,
                            ScoreOf(runs, observable, number),
                            [.. baselines.Select(baseline => ScoreOf(baseline.Runs, observable, number))]
                        )
                ),
            ]
        );

    private static Score ScoreOf(IReadOnlyList<IReadOnlyList<Measured>> runs, Observable observable, int number) =>
        Score.Of(observable, [.. runs.Select(run => run[number])]);

    // A row of several parts is inside where all are, and not shown where one is not shown and none is outside.
    private ScoreboardCount Count(ObservableUse use)
    {
        IGrouping<string, ScoreboardRow>[] rows =
        [
            .. Rows.Where(row => row.Observable.Use == use).GroupBy(row => row.Observable.Row, StringComparer.Ordinal),
        ];
        return new ScoreboardCount(
            rows.Length,
            rows.Count(parts => parts.All(part => part.Model.Inside == true)),
            rows.Count(parts => parts.Any(part => part.Model.Inside == false))
        );
    }

    private BaselineComparison CompareWith(string name, int number)
    {
        (double Model, double Baseline)[] scores =
        [
            .. Rows.Where(row => row.Model.Crps is not null && row.Baselines[number].Crps is not null)
                .Select(row => (Scaled(row, row.Model), Scaled(row, row.Baselines[number]))),
        ];
        return new BaselineComparison(
            name,
            scores.Length,
            scores.Count(pair => pair.Model < pair.Baseline),
            scores.Count(pair => pair.Model == pair.Baseline),
            scores.Length > 0 ? scores.Average(pair => pair.Model) : null,
            scores.Length > 0 ? scores.Average(pair => pair.Baseline) : null
        );
    }

    private static double Scaled(ScoreboardRow row, Score score) => score.Crps!.Value / row.Observable.HalfWidth;
}
