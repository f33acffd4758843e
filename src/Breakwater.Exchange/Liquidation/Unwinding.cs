using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>How the fund gets rid of what it took over.</summary>
internal sealed class Unwinding(Ledger ledger, FundAccount fund, IExecutor executor)
{
    /// <summary>Sells inventory, or buys it back; all of it or no more than a quantity.</summary>
    /// <param name="worst">The price that the fund accepts at worst; null for any.</param>
    public void Unwind(int instrument, Quantity atMost, Price? worst)
    {
        int position = fund.PositionIn(instrument);
        Quantity held = fund.Inventory(instrument);
        if (held.IsZero)
        {
            return;
        }

        Execution done = executor.Reduce(position, Quantity.Min(held.Magnitude, atMost), worst, Rounding.Floor);
        if (done.Filled.IsZero)
        {
            return;
        }

        ledger.Write(
            MarketEvent.InventoryUnwound(
                ledger.Now,
                new InstrumentId(instrument),
                Ledger.Fund,
                held.IsLong ? done.Filled : -done.Filled,
                done.AveragePrice(ledger.Instruments[instrument]),
                done.Realised
            )
        );
        fund.WriteOffWhenEmpty();
    }
}
