using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>What becomes liquidatable in one instrument by level of the mark, in units of its settlement currency.</summary>
/// <remarks>Asked of the venue's own ladder: see <see cref="Venue.Rehearse"/>. Floating point: an indicator, not a balance.</remarks>
public sealed class Fuse(LevelGrid grid)
{
    private readonly double[] _ordered = new double[grid.Count];
    private readonly double[] _sold = new double[grid.Count];

    public LevelGrid Grid => grid;

    /// <summary>What the ladder orders within each level, the nearest first.</summary>
    public ReadOnlySpan<double> Ordered => _ordered;

    /// <summary>The part of it that trades on the book and is not taken over.</summary>
    public ReadOnlySpan<double> Sold => _sold;

    /// <summary>The fuses of all instruments of a venue while the marks move along a ray.</summary>
    /// <param name="falls">Whether marks fall; else they rise.</param>
    /// <returns>By instrument. Levels are the leader's.</returns>
    public static Fuse[] Of(Venue venue, MarkRay ray, bool falls, LevelGrid grid, FillConditions conditions)
    {
        Fuse[] fuses = [.. venue.Rules.Instruments.Select(_ => new Fuse(grid))];
        var observer = new Burning(fuses, venue.Rules, ray.Origin, conditions);
        venue.Rehearse(ray, grid.LastOf(ray.Origin, falls), ref observer);
        return fuses;
    }

    private void Add(int level, double ordered, double soldShare)
    {
        if (level < _ordered.Length)
        {
            _ordered[level] += ordered;
            _sold[level] += ordered * soldShare;
        }
    }

    private readonly struct Burning(Fuse[] fuses, VenueRules rules, Price origin, FillConditions conditions)
        : IRehearsalObserver
    {
        private readonly double _unit = (double)rules.Settlement.MinorUnit;

        public void Observe(in RehearsedOrder order)
        {
            Fuse fuse = fuses[order.Instrument.Index];
            int level = fuse.Grid.LevelOf(origin, order.Leader);
            fuse.Add(
                level,
                order.Notional.MinorUnits * _unit,
                conditions.SoldShare(rules.Liquidation, order.MarginRate)
            );
        }
    }
}
