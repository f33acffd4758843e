using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Testing;

// Where money and lots move; each move is an event.
public sealed partial class NaiveVenue
{
    private static NaivePosition? FindPosition(NaiveAccount account, int instrument) =>
        account.Positions.Find(p => p.Instrument == instrument);

    private static NaivePosition PositionIn(NaiveAccount account, int instrument) =>
        FindPosition(account, instrument)
        ?? throw new InvalidOperationException(FormattableString.Invariant($"{account.Index} never held {instrument}"));

    private NaivePosition FindOrAddPosition(NaiveAccount account, int instrument)
    {
        if (FindPosition(account, instrument) is { } known)
        {
            return known;
        }

        var position = new NaivePosition(account, instrument, _positions++)
        {
            SettledIndex = _fundingIndex[instrument],
        };
        account.Positions.Add(position);
        return position;
    }

    /// <returns>What the first realised.</returns>
    private Int128 Exchange(NaivePosition first, NaivePosition second, Int128 change, Price price)
    {
        Int128 realised = Change(first, second.Owner, change, price);
        Change(second, first.Owner, -change, price);
        return realised;
    }

    private Int128 Change(NaivePosition position, NaiveAccount counterparty, Int128 change, Price price)
    {
        SettleFunding(position);
        bool reduces = Int128.Sign(position.Lots) * Int128.Sign(change) < 0;
        Int128 closed = reduces ? Int128.Min(Int128.Abs(change), Int128.Abs(position.Lots)) : 0;
        Int128 left = CostOf(position.Instrument, change, price.Ticks);

        Int128 realised = 0;
        if (closed > 0)
        {
            Int128 costOfClosed = Exact.Floor(position.Cost * closed, Int128.Abs(position.Lots));
            Int128 received = -CostOf(position.Instrument, Int128.Sign(change) * closed, price.Ticks);
            realised = received - costOfClosed;
            position.Cost -= costOfClosed;
            left += received;
        }

        position.Cost += left;
        position.Lots += change;
        position.Balance += realised;
        _log.Write(
            MarketEvent.PositionChanged(
                _now,
                position.InstrumentId,
                position.OwnerId,
                new AccountId(counterparty.Index),
                Quantity.FromLots((long)change),
                price,
                Exact.ToMoney(realised),
                Exact.ToMoney(position.Cost)
            )
        );
        return realised;
    }

    private void SettleFunding(NaivePosition position)
    {
        bool hasMoved = position.SettledIndex != _fundingIndex[position.Instrument];
        Int128 owed = FundingOwed(position);
        Int128 residue = owed * Billion - UnsettledBillionths(position);
        position.SettledIndex = _fundingIndex[position.Instrument];
        if (!position.IsOpen || !hasMoved)
        {
            return;
        }

        position.Balance -= owed;
        _roundingBillionths += residue;
        _log.Write(
            MarketEvent.FundingSettled(
                _now,
                position.InstrumentId,
                position.OwnerId,
                Exact.ToMoney(-owed),
                (long)residue
            )
        );
    }

    private void MoveToIsolatedMargin(NaivePosition position, Int128 amount)
    {
        if (amount == 0)
        {
            return;
        }

        position.Owner.Wallet -= amount;
        position.IsolatedMargin += amount;
        _log.Write(
            MarketEvent.IsolatedMarginMoved(_now, position.InstrumentId, position.OwnerId, Exact.ToMoney(amount))
        );
    }

    private void PayToFund(NaivePosition position, Int128 amount)
    {
        if (amount <= 0)
        {
            return;
        }

        position.Balance -= amount;
        FundAccount.Wallet += amount;
        _log.Write(
            MarketEvent.InsuranceFundCredited(
                _now,
                position.InstrumentId,
                position.OwnerId,
                Venue.Fund,
                Exact.ToMoney(amount)
            )
        );
    }

    private void PayFromFund(NaivePosition position, Int128 amount)
    {
        if (amount <= 0)
        {
            return;
        }

        position.Balance += amount;
        FundAccount.Wallet -= amount;
        _log.Write(
            MarketEvent.InsuranceFundDebited(
                _now,
                position.InstrumentId,
                position.OwnerId,
                Venue.Fund,
                Exact.ToMoney(amount)
            )
        );
    }

    private void LeaveUnpaid(NaivePosition position, Int128 amount)
    {
        if (amount <= 0)
        {
            return;
        }

        position.Balance += amount;
        _unpaidLoss += amount;
        _unsharedLoss += amount;
        _log.Write(MarketEvent.LossLeftUnpaid(_now, position.InstrumentId, position.OwnerId, Exact.ToMoney(amount)));
    }

    private void PayLiquidator(NaivePosition position, Int128 amount)
    {
        if (amount <= 0)
        {
            return;
        }

        position.Balance -= amount;
        OutsideAccount.Wallet += amount;
        _log.Write(
            MarketEvent.LiquidatorPaid(
                _now,
                position.InstrumentId,
                position.OwnerId,
                Venue.Outside,
                Exact.ToMoney(amount)
            )
        );
    }

    private void ShareLoss(NaivePosition position, Int128 amount)
    {
        if (amount == 0)
        {
            return;
        }

        position.Balance -= amount;
        _unpaidLoss -= amount;
        _log.Write(MarketEvent.LossShared(_now, position.InstrumentId, position.OwnerId, Exact.ToMoney(amount)));
    }

    // A margin account without positions: its debt is paid or written off, its isolated margin goes home.
    private void CloseBooksIfEmpty(NaivePosition position)
    {
        if (position.Owner == OutsideAccount)
        {
            return;
        }

        Convert(position.Owner, repaysAll: !HoldsSomething(position));
        if (HoldsSomething(position))
        {
            return;
        }

        Int128 debt = Int128.Max(-position.Balance, 0);
        Int128 paid = Rules.Fund.PaysDeficits ? Int128.Min(debt, Int128.Max(EquityOf(FundAccount), 0)) : 0;
        PayFromFund(position, paid);
        LeaveUnpaid(position, debt - paid);
        MoveToIsolatedMargin(position, -position.IsolatedMargin);
    }
}
