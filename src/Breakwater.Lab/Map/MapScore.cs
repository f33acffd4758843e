using Breakwater.Indicators;

namespace Breakwater.Lab.Map;

/// <summary>How well a map's levels foresaw which fired, over the levels that the price then reached.</summary>
/// <remarks>docs/liquidation-map.md says how each is reckoned and what it can hide.</remarks>
/// <param name="Side">"long" or "short".</param>
/// <param name="Levels">Reached by the price.</param>
/// <param name="Observed">Dollars liquidated at these levels: as published, and bounds where the feed shows one order a second.</param>
/// <param name="Map">Dollars that the map has in them.</param>
/// <param name="RankCorrelation">Spearman's, of observed and median modelled notional by level; null below three levels.</param>
/// <param name="Overlap">Share of notional that both put into the same levels, from 0 to 1; null where either has none.</param>
/// <param name="InsideBand">Share of the levels whose observed share of all lies in the map's 5 to 95 %.</param>
public sealed record MapScore(
    string Side,
    int Levels,
    LiquidationBounds Observed,
    Band Map,
    double? RankCorrelation,
    double? Overlap,
    double? InsideBand
)
{
    private const int FewestForRanks = 3;

    /// <param name="observed">By level that the price reached.</param>
    /// <param name="crowds">By crowd, then by level.</param>
    internal static MapScore Of(string side, double[] observed, LiquidationBounds bounds, double[][] crowds)
    {
        double[] median = [.. observed.Select((_, level) => Band.Of(crowds.Select(crowd => crowd[level])).P50)];
        double correlation =
            observed.Length >= FewestForRanks ? Breakwater.Indicators.RankCorrelation.Of(observed, median) : double.NaN;
        return new MapScore(
            side,
            observed.Length,
            bounds,
            Band.Of(crowds.Select(crowd => crowd.Sum())),
            double.IsFinite(correlation) ? correlation : null,
            OverlapOf(observed, median),
            InsideOf(observed, crowds)
        );
    }

    private static double? OverlapOf(double[] observed, double[] map)
    {
        (double all, double allOfMap) = (observed.Sum(), map.Sum());
        return all > 0 && allOfMap > 0
            ? observed.Zip(map, (one, other) => Math.Min(one / all, other / allOfMap)).Sum()
            : null;
    }

    private static double? InsideOf(double[] observed, double[][] crowds)
    {
        double all = observed.Sum();
        if (all <= 0 || crowds.Any(crowd => crowd.Sum() <= 0))
        {
            return null;
        }

        int inside = observed
            .Where(
                (dollars, level) =>
                {
                    var band = Band.Of(crowds.Select(crowd => crowd[level] / crowd.Sum()));
                    return dollars / all >= band.P5 && dollars / all <= band.P95;
                }
            )
            .Count();
        return inside / (double)observed.Length;
    }
}
