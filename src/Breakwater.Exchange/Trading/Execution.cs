using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What an order that had to trade at once came to.</summary>
/// <param name="Filled">Lots, not negative.</param>
/// <param name="Notional">At the prices of the fills.</param>
/// <param name="Realised">Profit of the position that was traded.</param>
internal readonly record struct Execution(Quantity Filled, Money Notional, Money Realised)
{
    /// <summary>To a tick; zero where nothing filled.</summary>
    public Price AveragePrice(Instrument instrument, Rounding rounding = Rounding.Floor) =>
        Filled.IsZero
            ? Price.Zero
            : Price.FromTicks(
                new Fraction(Notional.MinorUnits, (Int128)Filled.Lots * instrument.MinorUnitsPerTickLot).ToInt64(
                    rounding
                )
            );
}
