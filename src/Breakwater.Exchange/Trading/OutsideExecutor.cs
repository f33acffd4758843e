using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Trades with the outside account at a model's price, the whole order or nothing.</summary>
internal sealed class OutsideExecutor(Ledger ledger, Marks marks, ILiquidity liquidity) : IExecutor
{
    public Execution Execute(int position, Side side, Quantity size, Price? worst)
    {
        int instrument = ledger.Position(position).Instrument;
        Price price = liquidity.FillPrice(ledger.Instruments[instrument], side, size, marks[instrument]);
        if (worst is { } limit && (side == Side.Sell ? price < limit : price > limit))
        {
            return default;
        }

        int outside = ledger.FindPosition(Ledger.Outside.Index, instrument);
        (Money realised, _) = ledger.Trade(position, outside, side == Side.Buy ? size : -size, price);
        return new Execution(size, ledger.Instruments[instrument].Notional(price, size), realised);
    }

    public void CancelOrders(int position)
    {
        // Without books there are no orders.
    }
}
