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
    IExecutor executor,
    CollateralConversion? conversion,
    PositionOrder positionOrder
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
        bool settled = ConversionRestores(position, ref state) || WalkDown(position, state, wave);
        accounts.Tidy(position);
        fund.WriteOffWhenEmpty();
        return settled;
    }

    // Collateral that is sold before any position is reduced may be enough.
    private bool ConversionRestores(int position, ref MarginState state)
    {
        if (conversion is null)
        {
            return false;
        }

        conversion.BeforeOrders(ledger.Position(position).Account);
        state = margins.StateOf(position);
        return !state.IsLiquidatable;
    }

    private bool WalkDown(int position, MarginState state, long wave)
    {
        do
        {
            int next = PositionToReduce(position, state);
            if (next == Ledger.None || !step.Take(next, state, wave))
            {
                return false;
            }

            conversion?.AfterFill(ledger.Position(position).Account);
            state = margins.StateOf(position);
        } while (accounts.HasOpenPosition(position) && state.IsLiquidatable);

        return true;
    }

    // Under cross margin the position with the largest maintenance margin goes first, or the one whose next step releases most of it;
    // then the older one. Long and short of one instrument are one position here, so that there are no opposites.
    private int PositionToReduce(int position, MarginState state)
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
            if (ledger.Position(p).Lots.IsZero || !step.MayTake(p))
            {
                continue;
            }

            Money weight = WeightOf(p, state);
            if (largest == Ledger.None || weight > most || (weight == most && p < largest))
            {
                (largest, most) = (p, weight);
            }
        }

        return largest;
    }

    private Money WeightOf(int position, MarginState state)
    {
        ref Position row = ref ledger.Position(position);
        return positionOrder == PositionOrder.LargestMaintenance
            ? margins.Maintenance(row)
            : margins.ReleasedBy(row, step.NextSize(position, state));
    }
}
