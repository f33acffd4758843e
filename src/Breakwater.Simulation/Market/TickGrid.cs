using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>From dollars, in which people think, to the ticks of an order.</summary>
internal static class TickGrid
{
    /// <summary>The price in ticks, at least 1, and no better for the order than asked for.</summary>
    /// <param name="dollars">Positive.</param>
    /// <param name="tickSize">Dollars.</param>
    public static long NoBetter(double dollars, double tickSize, Side side)
    {
        double ticks = dollars / tickSize;
        return Math.Max((long)(side == Side.Buy ? Math.Floor(ticks) : Math.Ceiling(ticks)), 1);
    }
}
