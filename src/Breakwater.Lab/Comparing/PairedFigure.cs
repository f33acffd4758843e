namespace Breakwater.Lab;

/// <summary>A figure on two sides that met the same luck, seed by seed.</summary>
/// <param name="FirstMedian">Of the first side, over the pairs.</param>
/// <param name="OtherMedian">Of the other.</param>
/// <param name="Difference">The other less the first, over the pairs: seeds in which both have a value.</param>
/// <param name="Lower">Pairs in which the other is the lower one.</param>
/// <param name="Equal">Pairs in which both are the same.</param>
public sealed record PairedFigure(
    string Name,
    string Unit,
    string Venue,
    string Coin,
    double FirstMedian,
    double OtherMedian,
    MeanEstimate Difference,
    int Lower,
    int Equal
)
{
    /// <param name="first">By seed; null where a seed has no value.</param>
    /// <param name="other">By the same seeds.</param>
    /// <returns>Null where no seed has a value on both sides.</returns>
    internal static PairedFigure? Of(
        FigureName name,
        IReadOnlyList<double?> first,
        IReadOnlyList<double?> other,
        Resamples resamples
    )
    {
        (double First, double Other)[] pairs =
        [
            .. first
                .Zip(other)
                .Where(pair => pair.First is not null && pair.Second is not null)
                .Select(pair => (pair.First!.Value, pair.Second!.Value)),
        ];
        return pairs.Length == 0
            ? null
            : new PairedFigure(
                name.Name,
                name.Unit,
                name.Venue,
                name.Coin,
                Distribution.Quantile([.. pairs.Select(pair => pair.First).Order()], 0.5),
                Distribution.Quantile([.. pairs.Select(pair => pair.Other).Order()], 0.5),
                MeanEstimate.Of([.. pairs.Select(pair => pair.Other - pair.First)], resamples),
                pairs.Count(pair => pair.Other < pair.First),
                pairs.Count(pair => pair.Other == pair.First)
            );
    }
}
