using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Trades with the outside account what a model of liquidity gives.</summary>
internal sealed class OutsideExecutor(Ledger ledger, Marks marks, ILiquidity liquidity) : IExecutor
{
    public Execution Reduce(int position, Quantity size, Price? worst, Rounding toStep)
    {
        int index = ledger.Position(position).Instrument;
        Side side = ledger.Position(position).Lots.IsLong ? Side.Sell : Side.Buy;
        Instrument instrument = ledger.Instruments[index];
        LiquidityFill fill = liquidity.Take(instrument, side, size, marks[index], worst);
        if (fill.Filled.IsZero)
        {
            return default;
        }

        int outside = ledger.FindPosition(Ledger.Outside.Index, index);
        Quantity change = side == Side.Buy ? fill.Filled : -fill.Filled;
        (Money realised, _) = ledger.Trade(position, outside, change, fill.Price);
        return default(Execution).With(fill.Filled, fill.Price, instrument.Notional(fill.Price, fill.Filled), realised);
    }

    public void CancelOrders(int position)
    {
        // Without books there are no orders.
    }
}
