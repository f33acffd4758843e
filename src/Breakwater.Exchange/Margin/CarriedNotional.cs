using System.Numerics;

namespace Breakwater.Exchange;

/// <summary>The notional at which a position carries exactly what is asked of it.</summary>
/// <remarks>
/// A position carries its notional <c>n</c>, signed, less its maintenance margin: <c>direction × n − (n × rate − deduction)</c>.
/// Alone in its margin account it must carry its signed cost less its balance. The one formula behind every liquidation
/// price, in integers for the engine and in exact fractions for the calculator. Source: docs/models/margin.md.
/// </remarks>
public static class CarriedNotional
{
    /// <param name="direction">1 where profit rises with the notional, -1 where it falls.</param>
    /// <param name="required">What the position must carry.</param>
    /// <param name="rateNumerator">Of the maintenance rate, with the closing fee where the venue asks for it.</param>
    /// <param name="rateDenominator">Positive.</param>
    /// <returns>A quotient; its denominator is positive for rates below 1.</returns>
    public static (T Numerator, T Denominator) Solve<T>(
        int direction,
        T required,
        T deduction,
        T rateNumerator,
        T rateDenominator
    )
        where T : IAdditionOperators<T, T, T>,
            ISubtractionOperators<T, T, T>,
            IMultiplyOperators<T, T, T>,
            IUnaryNegationOperators<T, T>
    {
        // Callers see to it that products fit; checked products of 128 bits cost several times as much.
        unchecked
        {
            T carried = (required - deduction) * rateDenominator;
            return direction > 0
                ? (carried, rateDenominator - rateNumerator)
                : (-carried, rateDenominator + rateNumerator);
        }
    }
}
