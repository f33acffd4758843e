using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Fills any size at the mark less a fixed slippage: what stands in for a book where there is none.</summary>
/// <remarks>A model, not a measurement: it has no depth and no memory. Rounded to a tick against the order.</remarks>
/// <param name="slippage">Share of the mark; from 0 to below 1.</param>
public sealed class MarkLessSlippage(Rate slippage) : ILiquidity
{
    public Price FillPrice(Instrument instrument, Side side, Quantity quantity, Price mark)
    {
        PriceDelta lost = slippage.Of(mark, Rounding.Ceiling);
        long ticks = side == Side.Sell ? mark.Ticks - lost.Ticks : mark.Ticks + lost.Ticks;
        return Price.FromTicks(Math.Max(ticks, 1));
    }
}
