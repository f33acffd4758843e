using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Exchange;

/// <summary>Makes a venue's own order one that the book takes: to its steps, its largest order and its price band.</summary>
internal readonly struct OrderFit(BookRules rules, OrderBook book)
{
    /// <summary>In whole steps, no more than is held.</summary>
    /// <param name="rounding">Up or down to a step.</param>
    /// <returns>Zero where it comes to less than a step.</returns>
    public Quantity SizeOf(Quantity wanted, Quantity held, Rounding rounding)
    {
        long step = rules.QuantityStep;
        long most = Math.Min(held.Lots, rules.MaxQuantity.Lots);
        long whole = (wanted.Lots + (rounding == Rounding.Ceiling ? step - 1 : 0)) / step * step;
        return Quantity.FromLots(Math.Min(whole, most - most % step));
    }

    /// <summary>The nearest price that the book takes and that is no worse for the order.</summary>
    /// <returns>Zero where there is none.</returns>
    public Price LimitOf(Side side, Price worst)
    {
        long step = rules.PriceStep;
        if (side == Side.Buy)
        {
            long highest = Math.Min(worst.Ticks, book.HighestBuy.Ticks);
            return Price.FromTicks(highest - highest % step);
        }

        long lowest = (Math.Max(worst.Ticks, book.LowestSell.Ticks) + step - 1) / step * step;
        return lowest <= rules.MaxPrice.Ticks ? Price.FromTicks(lowest) : Price.Zero;
    }
}
