using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>What becomes liquidatable in one instrument by level of the mark on one side of the start.</summary>
/// <remarks>In units of the settlement currency. Floating point: an indicator, not a balance.</remarks>
public sealed class Fuse(LevelGrid grid)
{
    private readonly double[] _ordered = new double[grid.Count];
    private readonly double[] _sold = new double[grid.Count];
    private readonly double[] _margin = new double[grid.Count];
    private readonly double[] _marginOfAll = new double[grid.Count];

    public LevelGrid Grid => grid;

    /// <summary>What the ladder orders within each level, the nearest first.</summary>
    public ReadOnlySpan<double> Ordered => _ordered;

    /// <summary>The part of it that trades on the book and is not taken over.</summary>
    public ReadOnlySpan<double> Sold => _sold;

    /// <summary>Margin that comes with what is taken over.</summary>
    public ReadOnlySpan<double> MarginTakenOver => _margin;

    /// <summary>Margin that would come with all of it, were nothing sold.</summary>
    public ReadOnlySpan<double> MarginOfAll => _marginOfAll;

    /// <param name="margin">Behind what is taken over, as a share of its value.</param>
    /// <param name="marginOfAll">The same were nothing sold.</param>
    internal void Add(int level, double ordered, double soldShare, double margin, double marginOfAll)
    {
        if (level < _ordered.Length)
        {
            _ordered[level] += ordered;
            _sold[level] += ordered * soldShare;
            _margin[level] += ordered * (1 - soldShare) * margin;
            _marginOfAll[level] += ordered * marginOfAll;
        }
    }
}
