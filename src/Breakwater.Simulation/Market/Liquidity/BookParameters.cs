namespace Breakwater.Simulation;

/// <summary>How a market's liquidity rests in order books.</summary>
/// <param name="Levels">Orders of a maker on each side, at distances that double; from 1 to 14.</param>
/// <param name="PublicReach">Distance from the market up to which the public's revealed orders rest in the book, in logarithms; positive.</param>
public sealed record BookParameters(int Levels, double PublicReach)
{
    public const int MostLevels = 14;
}
