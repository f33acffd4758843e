using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Where a venue's own orders trade: those of liquidations and of the fund.</summary>
internal interface IExecutor
{
    /// <summary>Closes a part of a position at once and settles what fills; nothing rests.</summary>
    /// <param name="position">Open.</param>
    /// <param name="size">Positive; no more than the position.</param>
    /// <param name="worst">The price that the order accepts at worst; null for any.</param>
    /// <param name="toStep">Where only whole steps trade: up, at most to the position, or down.</param>
    Execution Reduce(int position, Quantity size, Price? worst, Rounding toStep);

    /// <summary>Takes back every open order of a position's margin account.</summary>
    void CancelOrders(int position);
}
