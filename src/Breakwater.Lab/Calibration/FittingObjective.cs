using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>How far an ensemble is from having every fitting row inside.</summary>
/// <remarks>
/// The mean over rows, in a row over its parts, of <c>ln(1 + CRPS / half width + excess)</c>: the score against the widened
/// interval, over half of its width, and by how much the band of the seeds exceeds its cap. 0 where every seed lies in every
/// interval. The logarithm keeps one hopeless row from hiding the others. Rows that are held out are never looked at.
/// </remarks>
public static class FittingObjective
{
    /// <summary>
    /// A mean miss of a thousandth of an interval's half width: below it, one path a little outside or inside decides.
    /// </summary>
    public const double Enough = 0.001;

    /// <summary>In place of both where a row is not shown.</summary>
    private const double Missing = 20;

    /// <param name="runs">By seed, then by observable.</param>
    public static double Of(IReadOnlyList<Observable> observables, IReadOnlyList<IReadOnlyList<Measured>> runs) =>
        observables
            .Select((observable, number) => (observable, number))
            .Where(pair => pair.observable.Use == ObservableUse.Fitting)
            .GroupBy(pair => pair.observable.Row, StringComparer.Ordinal)
            .Average(row =>
                row.Average(part =>
                    Loss(part.observable, Score.Of(part.observable, [.. runs.Select(run => run[part.number])]))
                )
            );

    private static double Loss(Observable observable, Score score)
    {
        double miss = score.Crps is { } crps
            ? crps / observable.HalfWidth + Math.Max((score.High - score.Low)!.Value / observable.Cap - 1, 0)
            : Missing;
        return Math.Log(1 + miss);
    }
}
