using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Margin rates that rise with the lots of a position, in whole parts of one denominator.</summary>
/// <remarks>An account of weight w is w identical accounts: its lots count for a w-th each. Formula: <see cref="RateInSize"/>.</remarks>
public sealed class LinearInSizeRates
{
    private const long MostParts = 1_000_000_000;

    // So many make one; a multiple of a hundred.
    private readonly long _parts = 100;
    private readonly long _initial;
    private readonly long _maintenance;
    private readonly long _highest;
    private readonly long _perLot;

    /// <param name="initial">Of a position of no size; above 0 and up to 1.</param>
    /// <param name="maintenance">Of a position of no size; above 0 and below 1.</param>
    /// <param name="perLot">Added to both for each lot; not negative.</param>
    /// <exception cref="ArgumentException">A rate lies outside its range, or is no whole number of billionths.</exception>
    public LinearInSizeRates(Rational initial, Rational maintenance, Rational perLot)
    {
        bool inRange =
            initial.IsPositive && initial <= Rational.One && maintenance.IsPositive && maintenance < Rational.One;
        if (!inRange || perLot.IsNegative)
        {
            throw new ArgumentException("rates of no size lie above 0 and within 1, and do not fall with the size");
        }

        while (!IsWhole(initial) || !IsWhole(maintenance) || !IsWhole(perLot))
        {
            _parts *= 10;
            if (_parts > MostParts)
            {
                throw new ArgumentException("rates are whole numbers of billionths, those for each lot, too");
            }
        }

        (_initial, _maintenance, _perLot) = (PartsOf(initial), PartsOf(maintenance), PartsOf(perLot));
        _highest = PartsOf(Rational.FromRate(RateInSize.HighestMaintenance));
    }

    /// <summary>Of a position of no size: initial and maintenance rate, and what each lot adds to both.</summary>
    public (Rational Initial, Rational Maintenance, Rational PerLot) Terms =>
        (RateOf(_initial), RateOf(_maintenance), RateOf(_perLot));

    /// <summary>Of a position of no size.</summary>
    public Leverage HighestLeverage => MaxLeverage(Quantity.Zero, weight: 1);

    /// <summary>The same rates with a fee added to maintenance.</summary>
    public LinearInSizeRates With(Rate fee) =>
        new(Terms.Initial, Terms.Maintenance + Rational.FromRate(fee), Terms.PerLot);

    /// <summary>Share of the notional that is maintenance margin; below 1.</summary>
    public Fraction MaintenanceRate(Quantity lots, int weight) =>
        new(PartsAt(_maintenance, lots, weight, _highest), (Int128)_parts * weight);

    /// <summary>One over the initial rate, in whole hundredths.</summary>
    public Leverage MaxLeverage(Quantity lots, int weight)
    {
        Int128 hundredths = (Int128)_parts * weight * 100 / PartsAt(_initial, lots, weight, _parts);
        return Leverage.FromHundredths((int)Int128.Min(hundredths, int.MaxValue));
    }

    private Int128 PartsAt(long atNoSize, Quantity lots, int weight, long highest) =>
        RateInSize.Of((Int128)atNoSize * weight, _perLot, lots.Magnitude.Lots, (Int128)highest * weight);

    private bool IsWhole(Rational rate) => RateOf(PartsOf(rate)) == rate;

    private long PartsOf(Rational rate) => (rate * Rational.FromInteger(_parts)).ToInt64(Rounding.Floor);

    private Rational RateOf(long parts) => Rational.FromFraction(parts, _parts);
}
