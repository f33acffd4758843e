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
        unchecked(
            (int)Math.Min(Math.Abs((double)(price.Ticks - origin.Ticks)) * 100 / (origin.Ticks * Step), int.MaxValue)
        );

    /// <summary>The lowest mark that the levels reach, at least a tick.</summary>
    public Price LowestOf(Price origin) => Price.FromTicks((long)Math.Max(origin.Ticks * (1 - Range / 100), 1));

    /// <summary>The highest one.</summary>
    public Price HighestOf(Price origin) => Price.FromTicks((long)(origin.Ticks * (1 + Range / 100)));
}
