using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>Levels of a price below or above a start, all equally wide.</summary>
/// <param name="Step">Width of a level, percent of the start; positive.</param>
/// <param name="Count">Of levels; positive.</param>
public readonly record struct LevelGrid(double Step, int Count)
{
    public double Range => Step * Count;

    /// <summary>The level that a price lies in; at least <see cref="Count"/> where it lies beyond all.</summary>
    public int LevelOf(Price origin, Price price) =>
        (int)Math.Min(Math.Abs((double)(price.Ticks - origin.Ticks)) * 100 / (origin.Ticks * Step), int.MaxValue);

    /// <summary>The last mark that the levels reach.</summary>
    public Price LastOf(Price origin, bool falls)
    {
        double share = Range / 100;
        double ticks = falls ? Math.Max(origin.Ticks * (1 - share), 1) : origin.Ticks * (1 + share);
        return Price.FromTicks((long)ticks);
    }
}
