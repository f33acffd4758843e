using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What a venue does, step by step, with a margin account whose equity is below its maintenance margin.</summary>
/// <remarks>Source of the order of steps: docs/models/liquidation.md.</remarks>
internal sealed class LiquidationLadder(
    Ledger ledger,
    Marks marks,
    Margins margins,
    FundAccount fund,
    MarginAccounts accounts,
    Deleveraging deleveraging,
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

    /// <summary>
    /// Where deleveraging waits for negative equity, a fund that owes more than it has is deleveraged like anybody: all its
    /// inventory, in order of instrument.
    /// </summary>
    /// <returns>Whether anything was closed.</returns>
    public bool DeleverageInsolventFund(long wave)
    {
        if (rules.Deleveraging.Trigger != DeleveragingTrigger.NegativeEquity || !fund.IsInsolvent)
        {
            return false;
        }

        bool closed = false;
        for (int instrument = 0; instrument < ledger.Instruments.Length; instrument++)
        {
            Quantity held = fund.Inventory(instrument);
            Price price = DeleveragingPriceOf(fund.PositionIn(instrument), marks[instrument]);
            deleveraging.Close(fund.PositionIn(instrument), price, wave);
            closed |= fund.Inventory(instrument) != held;
        }

        fund.WriteOffWhenEmpty();
        return closed;
    }

    /// <returns>False if nobody stood against an order that the venue does not follow up with a take-over.</returns>
    private bool Reduce(int position, MarginState state, long wave)
    {
        if (rules.Deleveraging.Trigger == DeleveragingTrigger.NegativeEquity && state.Equity.IsNegative)
        {
            DeleverageOrTakeOver(position, state, wave);
            return true;
        }

        if (state.Equity >= _ladder.TakeOverBelow.Of(state.Maintenance, Rounding.Ceiling))
        {
            bool filled = !Order(position, state).Filled.IsZero;
            if (filled || !_ladder.OrderLimitedAtBankruptcyPrice)
            {
                return filled;
            }
        }

        TakeOverOrDeleverage(position, state, wave);
        return true;
    }

    /// <summary>An order to the market.</summary>
    private Execution Order(int position, MarginState state)
    {
        ref Position row = ref ledger.Position(position);
        bool wasLong = row.Lots.IsLong;
        Price? worst = _ladder.OrderLimitedAtBankruptcyPrice ? PriceOfBankruptcy(position, state) : null;
        Execution done = executor.Execute(position, wasLong ? Side.Sell : Side.Buy, OrderSize(position), worst);
        if (!done.Filled.IsZero)
        {
            ledger.Write(
                MarketEvent.PositionLiquidated(
                    ledger.Now,
                    ledger.InstrumentOf(position),
                    ledger.OwnerOf(position),
                    wasLong ? done.Filled : -done.Filled,
                    done.AveragePrice(ledger.Instruments[row.Instrument])
                )
            );
            ChargeClearance(position, done.Notional);
        }

        return done;
    }

    private void TakeOverOrDeleverage(int position, MarginState state, long wave)
    {
        Price price = PriceOfBankruptcy(position, state);
        bool deleverage =
            rules.Deleveraging.Trigger == DeleveragingTrigger.FundExhausted && !fund.CanTakeOver(position, price);
        if (!deleverage || !deleveraging.Close(position, DeleveragingPriceOf(position, price), wave))
        {
            TakeOver(position, price);
        }
        else
        {
            ForfeitRemainder(position);
        }
    }

    private void DeleverageOrTakeOver(int position, MarginState state, long wave)
    {
        Price price = PriceOfBankruptcy(position, state);
        if (!deleveraging.Close(position, DeleveragingPriceOf(position, price), wave))
        {
            TakeOver(position, price);
        }
    }

    private void TakeOver(int position, Price price)
    {
        fund.TakeOver(position, price);
        ForfeitRemainder(position);
    }

    // What the rounding of the bankruptcy price to a tick leaves in a closed account belongs to the fund.
    private void ForfeitRemainder(int position)
    {
        if (!accounts.HasOpenPosition(position))
        {
            ledger.PayToFund(position, Money.Max(ledger.Balance(position), Money.Zero));
        }
    }

    private Price DeleveragingPriceOf(int position, Price bankruptcy) =>
        rules.Deleveraging.Price == DeleveragingPrice.Bankruptcy
            ? bankruptcy
            : marks.Previous(ledger.Position(position).Instrument);

    private Price PriceOfBankruptcy(int position, MarginState state)
    {
        ref Position row = ref ledger.Position(position);
        Money behind = BankruptcyPrice.EquityBehind(state, margins.Maintenance(row));
        return BankruptcyPrice.ToTick(ledger.Instruments[row.Instrument], row.Lots, marks[row.Instrument], behind);
    }

    private Quantity OrderSize(int position)
    {
        ref Position row = ref ledger.Position(position);
        ref Account account = ref ledger.Account(row.Account);
        bool partial =
            _ladder.PartialShare < Rate.One
            && ledger.Now >= account.WholePositionsUntil
            && margins.Value(row).Magnitude > _ladder.PartialAbove * account.Weight;
        if (!partial)
        {
            return row.Lots.Magnitude;
        }

        account.WholePositionsUntil = ledger.Now + _ladder.PartialCooldown;
        Money lots = Money.FromMinorUnits(row.Lots.Magnitude.Lots);
        return Quantity.FromLots(_ladder.PartialShare.Of(lots, Rounding.Ceiling).MinorUnits);
    }

    private void ChargeClearance(int position, Money notional)
    {
        Money fee = _ladder.ClearanceFee.Of(notional, Rounding.Ceiling);
        Money left = Money.Max(margins.StateOf(position).Equity, Money.Zero);
        ledger.PayToFund(position, Money.Min(fee, left));
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
