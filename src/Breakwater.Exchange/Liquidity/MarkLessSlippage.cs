using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Fills any size at the mark less a fixed slippage, the whole order or nothing: what stands in for a book where there is none.</summary>
/// <remarks>A model, not a measurement: it has no depth and no memory. Rounded to a tick against the order.</remarks>
/// <param name="slippage">Share of the mark; from 0 to below 1.</param>
public sealed class MarkLessSlippage(Rate slippage) : ILiquidity
{
    public LiquidityFill Take(Instrument instrument, Side side, Quantity quantity, Price mark, Price? worst)
    {
        PriceDelta lost = slippage.Of(mark, Rounding.Ceiling);
        long ticks = side == Side.Sell ? mark.Ticks - lost.Ticks : mark.Ticks + lost.Ticks;
        var price = Price.FromTicks(Math.Max(ticks, 1));
        bool accepted = worst is not { } limit || (side == Side.Sell ? price >= limit : price <= limit);
        return accepted ? new LiquidityFill(quantity, price) : default;
    }
}
