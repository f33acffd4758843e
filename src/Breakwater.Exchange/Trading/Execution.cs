using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What an order that had to trade at once came to.</summary>
/// <param name="Filled">Lots, not negative.</param>
/// <param name="Notional">At the prices of the fills.</param>
/// <param name="Realised">Profit of the position that was traded.</param>
internal readonly record struct Execution(Quantity Filled, Money Notional, Money Realised)
{
    /// <summary>Of all fills; null where there are none, or several prices.</summary>
    public Price? OnlyPrice { get; init; }

    /// <summary>With one fill more.</summary>
    public Execution With(Quantity filled, Price price, Money notional, Money realised) =>
        new(Filled + filled, Notional + notional, Realised + realised)
        {
            OnlyPrice = Filled.IsZero || OnlyPrice == price ? price : null,
        };

    /// <summary>To a tick; zero where nothing filled. Over several prices of an inverse contract, reckoned from the rounded notional.</summary>
    public Price AveragePrice(Instrument instrument, Rounding rounding = Rounding.Floor) =>
        Filled.IsZero
            ? Price.Zero
            : OnlyPrice ?? Price.FromTicks(instrument.TicksAt(Notional.MinorUnits, Filled, rounding, long.MaxValue));
}
