using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>A step that a venue's ladder would take if marks came to a point of a <see cref="MarkRay"/>.</summary>
/// <param name="Lots">Of the position that the step closes: positive where it sells, negative where it buys.</param>
/// <param name="Leader">The leader's mark at which the ladder takes it.</param>
/// <param name="Notional">Of those lots at their own mark; positive.</param>
/// <param name="MarginRate">What the account must hold behind the position as a share of its value: what a fill may lose before equity is gone.</param>
public readonly record struct RehearsedOrder(
    AccountId Account,
    InstrumentId Instrument,
    Quantity Lots,
    Price Leader,
    Money Notional,
    double MarginRate
)
{
    /// <summary>The venue's ladder sends no order: the position goes to the fund, or to winners.</summary>
    public bool IsTakenOver { get; init; }
}
