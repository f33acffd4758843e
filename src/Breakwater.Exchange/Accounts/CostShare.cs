using System.Runtime.CompilerServices;
using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What a part of a position was bought for.</summary>
/// <remarks>Rounded down, and what is left keeps the complement, so that no rounding loses a unit. Source: docs/models/margin.md.</remarks>
internal static class CostShare
{
    /// <param name="closed">Lots of the part, of either sign.</param>
    /// <param name="lots">Of the position; not zero.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Money Of(Money cost, Quantity closed, Quantity lots) =>
        Money.FromMinorUnits(
            Fraction.Scale(cost.MinorUnits, closed.Magnitude.Lots, lots.Magnitude.Lots, Rounding.Floor)
        );
}
