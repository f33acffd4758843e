using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Fills any size at the mark less a fixed slippage: what stands in for a book where there is none.</summary>
/// <remarks>A model, not a measurement: it has no depth and no memory. Rounded to a tick against the order.</remarks>
/// <param name="slippage">Share of the mark; from 0 to below 1.</param>
public sealed class MarkLessSlippage(Rate slippage) : ILiquidity
{
    public Price FillPrice(Instrument instrument, Side side, Quantity quantity, Price mark)
    {
        Money lost = slippage.Of(Money.FromMinorUnits(mark.Ticks), Rounding.Ceiling);
        long ticks = side == Side.Sell ? mark.Ticks - lost.MinorUnits : mark.Ticks + lost.MinorUnits;
        return Price.FromTicks(Math.Max(ticks, 1));
    }
}
