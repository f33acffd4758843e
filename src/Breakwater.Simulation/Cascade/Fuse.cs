using System.Runtime.Intrinsics;

namespace Breakwater.Simulation;

/// <summary>What becomes liquidatable in one instrument by level of the mark on one side of the start.</summary>
/// <remarks>In units of the settlement currency; in dollars where that is a coin. Floating point: an indicator, not a balance.</remarks>
public sealed class Fuse(LevelGrid grid)
{
    private const int OrderedLane = 0;
    private const int SoldLane = 1;
    private const int MarginLane = 2;
    private const int MarginOfAllLane = 3;

    // A level's four sums side by side: an order touches them all.
    private readonly Vector256<double>[] _levels = new Vector256<double>[grid.Count];

    public LevelGrid Grid => grid;

    /// <summary>What the ladder orders within each level, the nearest first.</summary>
    public double[] Ordered() => Each(OrderedLane);

    /// <summary>The part of it that trades on the book and is not taken over.</summary>
    public double[] Sold() => Each(SoldLane);

    /// <summary>Margin that comes with what is taken over.</summary>
    public double[] MarginTakenOver() => Each(MarginLane);

    /// <summary>Margin that would come with all of it, were nothing sold.</summary>
    public double[] MarginOfAll() => Each(MarginOfAllLane);

    /// <param name="margin">Behind what is taken over, as a share of its value.</param>
    /// <param name="marginOfAll">The same were nothing sold.</param>
    internal void Add(int level, double ordered, double soldShare, double margin, double marginOfAll)
    {
        if (level < _levels.Length)
        {
            _levels[level] += Vector256.Create(
                ordered,
                ordered * soldShare,
                ordered * (1 - soldShare) * margin,
                ordered * marginOfAll
            );
        }
    }

    /// <param name="other">Of the same grid.</param>
    internal void Add(Fuse other)
    {
        for (int level = 0; level < _levels.Length; level++)
        {
            _levels[level] += other._levels[level];
        }
    }

    private double[] Each(int lane) => [.. _levels.Select(level => level[lane])];
}
