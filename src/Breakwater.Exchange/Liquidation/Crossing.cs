namespace Breakwater.Exchange;

/// <summary>A position that is due for liquidation.</summary>
/// <param name="Depth">Ticks by which the mark has passed its liquidation price; after a price of collateral, what its account is short of.</param>
internal readonly record struct Crossing(int Position, long Depth)
{
    /// <summary>The deepest first, then the oldest.</summary>
    public static Comparison<Crossing> DeepestFirst { get; } =
        (a, b) => a.Depth != b.Depth ? b.Depth.CompareTo(a.Depth) : a.Position.CompareTo(b.Position);
}
