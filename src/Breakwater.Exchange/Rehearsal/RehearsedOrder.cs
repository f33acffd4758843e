using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>An order that a venue's ladder would send if marks came to a point of a <see cref="MarkRay"/>.</summary>
/// <param name="Lots">Of the position that the order closes: positive where it sells, negative where it buys.</param>
/// <param name="Leader">The leader's mark at which the ladder sends it.</param>
/// <param name="Notional">Of the ordered lots at their own mark; positive.</param>
/// <param name="MarginRate">The position's maintenance margin as a share of its value: what a fill may lose before equity is gone.</param>
public readonly record struct RehearsedOrder(
    AccountId Account,
    InstrumentId Instrument,
    Quantity Lots,
    Price Leader,
    Money Notional,
    double MarginRate
);
