using Breakwater.Domain;
using Breakwater.Indicators;
using Breakwater.Simulation;

namespace Breakwater.Lab.Map;

/// <summary>Which levels of a map then fired, as a feed of forced orders shows it.</summary>
internal sealed class FiredLevels
{
    private const int SecondsPerMinute = 60;
    private const long Second = 1_000_000_000;

    private readonly int _reachedBelow;
    private readonly int _reachedAbove;
    private readonly LiquidationBounds _boundsBelow;
    private readonly LiquidationBounds _boundsAbove;

    private FiredLevels(
        double[] longs,
        double[] shorts,
        (int Below, int Above) reached,
        (LiquidationBounds Below, LiquidationBounds Above) bounds
    )
    {
        (Longs, Shorts) = (longs, shorts);
        (_reachedBelow, _reachedAbove) = reached;
        (_boundsBelow, _boundsAbove) = bounds;
    }

    /// <summary>Dollars by level below the price.</summary>
    public double[] Longs { get; }

    /// <summary>Dollars by level above it.</summary>
    public double[] Shorts { get; }

    /// <param name="liquidations">Longs that were liquidated above the price and shorts below it fired no level of the map.</param>
    /// <param name="range">Lowest and highest price traded; null to take that of the liquidations.</param>
    public static FiredLevels Of(
        IReadOnlyList<StoredLiquidation> liquidations,
        double price,
        (double Lowest, double Highest)? range,
        LevelGrid grid
    )
    {
        StoredLiquidation[] below = [.. liquidations.Where(each => each.Sells && each.Price < price)];
        StoredLiquidation[] above = [.. liquidations.Where(each => !each.Sells && each.Price > price)];
        double lowest = range?.Lowest ?? liquidations.Min(each => each.Price);
        double highest = range?.Highest ?? liquidations.Max(each => each.Price);
        return new FiredLevels(
            ByLevel(below, price, grid),
            ByLevel(above, price, grid),
            (Reached(1 - lowest / price, grid), Reached(highest / price - 1, grid)),
            (BoundsOf(below), BoundsOf(above))
        );
    }

    /// <summary>Of each side whose levels the price reached and something fired in.</summary>
    public IReadOnlyList<MapScore> Score(IReadOnlyList<NotionalByLevel> crowds)
    {
        var scores = new List<MapScore>();
        Add("long", Longs, _reachedBelow, _boundsBelow, crowds.Select(crowd => crowd.Longs));
        Add("short", Shorts, _reachedAbove, _boundsAbove, crowds.Select(crowd => crowd.Shorts));
        return scores;

        void Add(string side, double[] observed, int reached, LiquidationBounds bounds, IEnumerable<double[]> map)
        {
            if (reached > 0 && bounds.Published > 0)
            {
                scores.Add(
                    MapScore.Of(side, observed[..reached], bounds, [.. map.Select(levels => levels[..reached])])
                );
            }
        }
    }

    private static double[] ByLevel(IEnumerable<StoredLiquidation> liquidations, double price, LevelGrid grid)
    {
        var levels = new double[grid.Count];
        foreach (StoredLiquidation each in liquidations)
        {
            int level = (int)(Math.Abs(each.Price / price - 1) * 100 / grid.Step);
            if (level < levels.Length)
            {
                levels[level] += each.Dollars;
            }
        }

        return levels;
    }

    private static int Reached(double share, LevelGrid grid) =>
        Math.Clamp((int)Math.Ceiling(share * 100 / grid.Step), 0, grid.Count);

    private static LiquidationBounds BoundsOf(IEnumerable<StoredLiquidation> liquidations) =>
        liquidations
            .GroupBy(each => each.Time.UnixNanoseconds / (SecondsPerMinute * Second))
            .Select(minute =>
                LiquidationBounds.OfWindow(
                    minute.Sum(each => each.Dollars),
                    minute.Select(each => each.Time.UnixNanoseconds / Second).Distinct().Count(),
                    SecondsPerMinute
                )
            )
            .Aggregate(default(LiquidationBounds), (sum, next) => sum + next);
}
