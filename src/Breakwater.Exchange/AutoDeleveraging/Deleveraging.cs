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

    /// <summary>Closes others against the position until it is closed or nobody is left.</summary>
    /// <returns>Whether the position is closed.</returns>
    public bool Close(int position, Price price, long wave) =>
        rules.Ranking == DeleveragingRanking.OrderGiven
            ? CloseInTurn(position, price)
            : CloseFromHead(position, price, wave);

    private bool CloseFromHead(int position, Price price, long wave)
    {
        ref Position row = ref ledger.Position(position);
        while (!row.Lots.IsZero && _queue.TryPeek(row.Instrument, row.Lots.IsShort, wave, out int winner))
        {
            CloseAgainst(winner, position, price);
        }

        return row.Lots.IsZero;
    }

    // Whoever holds the other side, from the next older position to the oldest and then from the newest down.
    private bool CloseInTurn(int position, Price price)
    {
        ref Position row = ref ledger.Position(position);
        ReadOnlySpan<int> others = ledger.PositionsIn(row.Instrument);
        int own = others.BinarySearch(position);
        for (int i = 1; i < others.Length && !row.Lots.IsZero; i++)
        {
            int other = others[own >= i ? own - i : own - i + others.Length];
            if (StandsAgainst(position, other, price))
            {
                CloseAgainst(other, position, price);
            }
        }

        return row.Lots.IsZero;
    }

    private bool StandsAgainst(int position, int other, Price price)
    {
        ref Position row = ref ledger.Position(other);
        ref Account account = ref ledger.Account(row.Account);
        bool isOpposite = Math.Sign(row.Lots.Lots) == -Math.Sign(ledger.Position(position).Lots.Lots);
        return isOpposite
            && account.Role == AccountRole.Trader
            && !account.IsSpared
            && BankruptcyPrice.Meets(row.Lots.IsLong, price, margins.PriceOfBankruptcy(other, margins.StateOf(other)));
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
