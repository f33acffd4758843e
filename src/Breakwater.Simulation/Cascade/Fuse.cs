using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>What becomes liquidatable in one instrument by level of the mark on one side of the start.</summary>
/// <remarks>In units of the settlement currency. Floating point: an indicator, not a balance.</remarks>
public sealed class Fuse(LevelGrid grid)
{
    private readonly double[] _ordered = new double[grid.Count];
    private readonly double[] _sold = new double[grid.Count];

    public LevelGrid Grid => grid;

    /// <summary>What the ladder orders within each level, the nearest first.</summary>
    public ReadOnlySpan<double> Ordered => _ordered;

    /// <summary>The part of it that trades on the book and is not taken over.</summary>
    public ReadOnlySpan<double> Sold => _sold;

    internal void Add(int level, double ordered, double soldShare)
    {
        if (level < _ordered.Length)
        {
            _ordered[level] += ordered;
            _sold[level] += ordered * soldShare;
        }
    }
}
