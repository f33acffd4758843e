using System.Numerics;
using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>A margin rate that rises in a line with the size of a position, up to a highest one.</summary>
/// <remarks>
/// The one formula behind schedules that are linear in size, in integers for the engine and in exact fractions for the
/// calculator. Source: docs/venues/deribit-linear.md.
/// </remarks>
public static class RateInSize
{
    /// <summary>No maintenance margin is a larger share of the notional: at all of it a long would have no liquidation price.</summary>
    public static Rate HighestMaintenance { get; } = Rate.FromFraction(99, 100);

    /// <param name="atNoSize">Of a position of no size; positive.</param>
    /// <param name="perUnit">Added for each unit of size.</param>
    /// <param name="size">Not negative.</param>
    public static T Of<T>(T atNoSize, T perUnit, T size, T highest)
        where T : IAdditionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IComparisonOperators<T, T, bool>
    {
        T rate = atNoSize + perUnit * size;
        return rate < highest ? rate : highest;
    }
}
