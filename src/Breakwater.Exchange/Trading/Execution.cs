using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What an order that had to trade at once came to.</summary>
/// <param name="Filled">Lots, not negative.</param>
/// <param name="Notional">At the prices of the fills.</param>
/// <param name="Realised">Profit of the position that was traded.</param>
internal readonly record struct Execution(Quantity Filled, Money Notional, Money Realised)
{
    private Price Lowest { get; init; }

    private Price Highest { get; init; }

    /// <summary>With one fill more.</summary>
    public Execution With(Quantity filled, Price price, Money notional, Money realised) =>
        new(Filled + filled, Notional + notional, Realised + realised)
        {
            Lowest = Filled.IsZero || price < Lowest ? price : Lowest,
            Highest = Filled.IsZero || price > Highest ? price : Highest,
        };

    /// <summary>To a tick, among the prices of the fills; zero where nothing filled.</summary>
    /// <remarks>Of an inverse contract it is reckoned from notionals that were rounded, which of a few lots leads beyond every fill.</remarks>
    public Price AveragePrice(Instrument instrument, Rounding rounding = Rounding.Floor)
    {
        if (Lowest == Highest)
        {
            return Lowest;
        }

        long ticks = instrument.TicksAt(Notional.MinorUnits, Filled, rounding, Highest.Ticks);
        return Price.FromTicks(Math.Clamp(ticks, Lowest.Ticks, Highest.Ticks));
    }
}
