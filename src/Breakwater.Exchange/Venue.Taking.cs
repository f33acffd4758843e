using Breakwater.Domain;

namespace Breakwater.Exchange;

public sealed partial class Venue
{
    /// <summary>An account trades at once with the model of liquidity or with the book, as far as that goes.</summary>
    /// <param name="quantity">Positive.</param>
    /// <param name="worst">The price that the account accepts at worst; null for any.</param>
    /// <param name="leverage">At which it sets margin aside for what it opens.</param>
    /// <param name="fill">What traded; nothing where the answer is a rejection.</param>
    public Rejection Take(
        Timestamp time,
        InstrumentId instrument,
        AccountId account,
        Side side,
        Quantity quantity,
        Price? worst,
        Leverage leverage,
        out LiquidityFill fill
    )
    {
        fill = default;
        Begin(time);
        Rejection reason = CheckTaking(instrument, account, side, quantity, leverage);
        if (reason != Rejection.None)
        {
            return Reject(account, reason);
        }

        fill = _desk is null
            ? TakeFromModel(instrument, account, side, quantity, worst, leverage)
            : TakeFromBook(instrument, account, side, quantity, worst, leverage);
        return Rejection.None;
    }

    private LiquidityFill TakeFromModel(
        InstrumentId instrument,
        AccountId account,
        Side side,
        Quantity quantity,
        Price? worst,
        Leverage leverage
    )
    {
        Instrument listed = _ledger.Instruments[instrument.Index];
        LiquidityFill fill = _liquidity!.Take(listed, side, quantity, _marks[instrument.Index], worst);
        if (!fill.Filled.IsZero)
        {
            Exchange(instrument, account, side == Side.Buy ? fill.Filled : -fill.Filled, fill.Price, leverage);
        }

        return fill;
    }

    private LiquidityFill TakeFromBook(
        InstrumentId instrument,
        AccountId account,
        Side side,
        Quantity quantity,
        Price? worst,
        Leverage leverage
    )
    {
        int position = _ledger.FindOrAddPosition(account.Index, instrument.Index);
        _ledger.Position(position).Leverage = leverage;
        Execution done = _desk!.Execute(position, side, quantity, worst);
        Rounding against = side == Side.Buy ? Rounding.Ceiling : Rounding.Floor;
        return new LiquidityFill(done.Filled, done.AveragePrice(_ledger.Instruments[instrument.Index], against));
    }

    private Rejection CheckTaking(
        InstrumentId instrument,
        AccountId account,
        Side side,
        Quantity quantity,
        Leverage leverage
    )
    {
        if (!IsKnown(account) || _ledger.Account(account.Index).Role != AccountRole.Trader)
        {
            return Rejection.UnknownAccount;
        }

        if (!IsKnown(instrument))
        {
            return Rejection.UnknownInstrument;
        }

        if (quantity <= Quantity.Zero)
        {
            return Rejection.QuantityNotPositive;
        }

        Price mark = _marks[instrument.Index];
        if (mark == Price.Zero)
        {
            return Rejection.NoMarkPrice;
        }

        if (!_ledger.HasRoomFor(account, instrument))
        {
            return Rejection.TablesFull;
        }

        Quantity change = side == Side.Buy ? quantity : -quantity;
        return _opening.CheckTrade(account, _instruments[instrument.Index], change, mark, leverage);
    }

    private void Exchange(InstrumentId instrument, AccountId account, Quantity change, Price price, Leverage leverage)
    {
        int position = _ledger.FindOrAddPosition(account.Index, instrument.Index);
        _opening.SetAside(position, change, price, leverage);
        _ledger.Trade(position, _fund.OutsidePositionIn(instrument.Index), change, price);
        Settle(position);
    }
}
