using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>How far orders go, whichever side they are on and however many they are.</summary>
/// <param name="Lowest">That a sale accepts.</param>
/// <param name="Highest">That a purchase accepts.</param>
internal readonly record struct PriceBounds(Price Lowest, Price Highest)
{
    public Price For(Side side) => side == Side.Buy ? Highest : Lowest;
}
