using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Who stands ready to trade with a liquidation or an unwinding.</summary>
public interface ILiquidity
{
    /// <summary>The price at which a whole order fills now, against the outside account.</summary>
    /// <param name="side">Of the order.</param>
    /// <param name="quantity">Positive.</param>
    Price FillPrice(Instrument instrument, Side side, Quantity quantity, Price mark);
}
