using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What a venue does, step by step, with a margin account whose equity is below its maintenance margin.</summary>
/// <remarks>Source of the order of steps: docs/models/liquidation.md.</remarks>
internal sealed class LiquidationLadder(
    Ledger ledger,
    Margins margins,
    FundAccount fund,
    MarginAccounts accounts,
    LiquidationOrder order,
    Backstop backstop,
    IExecutor executor,
    VenueRules rules
)
{
    private readonly LiquidationRules _ladder = rules.Liquidation;

    /// <param name="position">One whose margin account is liquidatable.</param>
    /// <param name="wave">Positive; counts the commands that can liquidate.</param>
    /// <returns>False if it is liquidatable still, because nobody stood against the venue's order.</returns>
    public bool Liquidate(int position, long wave)
    {
        MarginState state = margins.StateOf(position);
        ledger.Write(
            MarketEvent.LiquidationStarted(
                ledger.Now,
                ledger.InstrumentOf(position),
                ledger.OwnerOf(position),
                ledger.Position(position).Lots,
                margins.MarkOf(position),
                state.Equity,
                state.Maintenance
            )
        );
        executor.CancelOrders(position);
        bool reduced;
        do
        {
            reduced = Reduce(PositionToReduce(position), state, wave);
            state = margins.StateOf(position);
        } while (reduced && accounts.HasOpenPosition(position) && state.IsLiquidatable);

        accounts.Tidy(position);
        fund.WriteOffWhenEmpty();
        return reduced;
    }

    /// <returns>False if nobody stood against an order that the venue does not follow up with a take-over.</returns>
    private bool Reduce(int position, MarginState state, long wave)
    {
        Price bankruptcy = margins.PriceOfBankruptcy(position, state);
        if (rules.Deleveraging.Trigger == DeleveragingTrigger.NegativeEquity && state.Equity.IsNegative)
        {
            backstop.DeleverageOrTakeOver(position, bankruptcy, wave);
            return true;
        }

        if (state.Equity >= _ladder.TakeOverBelow.Of(state.Maintenance, Rounding.Ceiling))
        {
            Quantity size = order.SizeFor(position, state);
            bool filled = !size.IsZero && order.Place(position, size, bankruptcy);
            if (filled || (!size.IsZero && !_ladder.OrderLimitedAtBankruptcyPrice))
            {
                return filled;
            }
        }

        backstop.TakeOverOrDeleverage(position, bankruptcy, wave);
        return true;
    }

    // Under cross margin the position with the largest maintenance margin goes first, then the older one.
    private int PositionToReduce(int position)
    {
        ref Account account = ref ledger.Account(ledger.Position(position).Account);
        if (account.Mode == MarginMode.Isolated)
        {
            return position;
        }

        int largest = Ledger.None;
        Money most = Money.Zero;
        for (int p = account.FirstPosition; p != Ledger.None; p = ledger.Position(p).NextOfAccount)
        {
            Money maintenance = margins.Maintenance(ledger.Position(p));
            bool larger = maintenance > most || (maintenance == most && p < largest);
            if (larger && !ledger.Position(p).Lots.IsZero)
            {
                (largest, most) = (p, maintenance);
            }
        }

        return largest;
    }
}
