using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Closes winners against a position that nobody else takes.</summary>
internal sealed class Deleveraging(
    Ledger ledger,
    Margins margins,
    LiquidationWatch watch,
    MarginAccounts accounts,
    DeleveragingRules rules
)
{
    private readonly DeleveragingQueue _queue = new(ledger, margins, rules);

    /// <summary>Takes winners from the head of the queue until the position is closed or nobody is left.</summary>
    /// <returns>Whether the position is closed.</returns>
    public bool Close(int position, Price price, long wave)
    {
        ref Position row = ref ledger.Position(position);
        while (!row.Lots.IsZero && _queue.TryPeek(row.Instrument, row.Lots.IsShort, wave, out int winner))
        {
            CloseAgainst(winner, position, price);
        }

        return row.Lots.IsZero;
    }

    private void CloseAgainst(int winner, int position, Price price)
    {
        ref Position loser = ref ledger.Position(position);
        Quantity size = Quantity.Min(ledger.Position(winner).Lots.Magnitude, loser.Lots.Magnitude);
        Quantity change = loser.Lots.IsLong ? size : -size;
        (Money realised, _) = ledger.Trade(winner, position, change, price);
        ledger.Write(
            MarketEvent.PositionDeleveraged(
                ledger.Now,
                ledger.InstrumentOf(winner),
                ledger.OwnerOf(winner),
                ledger.OwnerOf(position),
                change,
                price,
                realised
            )
        );
        accounts.Tidy(winner);
        watch.Place(winner);
    }
}
