using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>Walks a margin account whose equity is below its maintenance margin down the venue's ladder, step by step.</summary>
/// <remarks>Source of the order of steps: docs/models/liquidation.md.</remarks>
internal sealed class LiquidationLadder(
    Ledger ledger,
    Margins margins,
    FundAccount fund,
    MarginAccounts accounts,
    ILadderStep step,
    IExecutor executor
)
{
    /// <summary>Whether there is a position in a margin account that a step may be taken with at this time.</summary>
    public bool MayAct(int position)
    {
        ref Account account = ref ledger.Account(ledger.Position(position).Account);
        if (account.Mode == MarginMode.Isolated)
        {
            return step.MayTake(position);
        }

        int p = account.FirstPosition;
        while (p != Ledger.None && (ledger.Position(p).Lots.IsZero || !step.MayTake(p)))
        {
            p = ledger.Position(p).NextOfAccount;
        }

        return p != Ledger.None;
    }

    /// <param name="position">One whose margin account is liquidatable, and may be acted on.</param>
    /// <param name="wave">Positive; counts the commands that can liquidate.</param>
    /// <returns>False if it is liquidatable still, because nothing more is done at this mark.</returns>
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
        bool settled = WalkDown(position, state, wave);
        accounts.Tidy(position);
        fund.WriteOffWhenEmpty();
        return settled;
    }

    private bool WalkDown(int position, MarginState state, long wave)
    {
        do
        {
            int next = PositionToReduce(position);
            if (next == Ledger.None || !step.Take(next, state, wave))
            {
                return false;
            }

            state = margins.StateOf(position);
        } while (accounts.HasOpenPosition(position) && state.IsLiquidatable);

        return true;
    }

    // Under cross margin the position with the largest maintenance margin goes first, then the older one.
    private int PositionToReduce(int position)
    {
        ref Account account = ref ledger.Account(ledger.Position(position).Account);
        if (account.Mode == MarginMode.Isolated)
        {
            return step.MayTake(position) ? position : Ledger.None;
        }

        int largest = Ledger.None;
        Money most = Money.Zero;
        for (int p = account.FirstPosition; p != Ledger.None; p = ledger.Position(p).NextOfAccount)
        {
            Money maintenance = margins.Maintenance(ledger.Position(p));
            bool larger = largest == Ledger.None || maintenance > most || (maintenance == most && p < largest);
            if (larger && !ledger.Position(p).Lots.IsZero && step.MayTake(p))
            {
                (largest, most) = (p, maintenance);
            }
        }

        return largest;
    }
}
