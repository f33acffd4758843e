using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Who stands ready to trade with an order that takes what is there: a liquidation's, an unwinding's or a trader's.</summary>
public interface ILiquidity
{
    /// <summary>Fills an order as far as it goes now, against the outside account.</summary>
    /// <param name="side">Of the order.</param>
    /// <param name="quantity">Positive.</param>
    /// <param name="worst">The price that the order accepts at worst; null for any.</param>
    LiquidityFill Take(Instrument instrument, Side side, Quantity quantity, Price mark, Price? worst);
}
