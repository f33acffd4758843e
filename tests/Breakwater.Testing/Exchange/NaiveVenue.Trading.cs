using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Testing;

public sealed partial class NaiveVenue
{
    public Rejection Trade(
        Timestamp time,
        InstrumentId instrument,
        AccountId buyer,
        AccountId seller,
        Quantity quantity,
        Price price,
        Leverage leverage
    )
    {
        _now = time;
        (AccountId refused, Rejection reason) = CheckTrade(instrument, buyer, seller, quantity, price, leverage);
        if (reason != Rejection.None)
        {
            return Reject(refused, reason);
        }

        NaivePosition bought = FindOrAddPosition(_accounts[buyer.Index], instrument.Index);
        NaivePosition sold = FindOrAddPosition(_accounts[seller.Index], instrument.Index);
        SetMarginAside(bought, quantity.Lots, price, leverage);
        SetMarginAside(sold, -quantity.Lots, price, leverage);
        Exchange(bought, sold, quantity.Lots, price);
        CloseBooksIfEmpty(bought);
        CloseBooksIfEmpty(sold);
        return Rejection.None;
    }

    public Rejection Adopt(
        Timestamp time,
        InstrumentId instrument,
        AccountId account,
        Quantity lots,
        Price entry,
        Money isolatedMargin,
        Leverage leverage
    )
    {
        _now = time;
        Rejection reason = CheckAdoption(instrument, account, lots.Lots, entry, isolatedMargin.MinorUnits, leverage);
        if (reason != Rejection.None)
        {
            return Reject(account, reason);
        }

        NaivePosition position = FindOrAddPosition(_accounts[account.Index], instrument.Index);
        position.Leverage = leverage;
        MoveToIsolatedMargin(position, isolatedMargin.MinorUnits);
        Exchange(position, PositionIn(OutsideAccount, instrument.Index), lots.Lots, entry);
        return Rejection.None;
    }

    private (AccountId Refused, Rejection Reason) CheckTrade(
        InstrumentId instrument,
        AccountId buyer,
        AccountId seller,
        Quantity quantity,
        Price price,
        Leverage leverage
    )
    {
        if (!IsKnown(buyer))
        {
            return (buyer, Rejection.UnknownAccount);
        }

        if (!IsKnown(seller) || buyer == seller)
        {
            return (seller, Rejection.UnknownAccount);
        }

        NaiveAccount[] parties = [_accounts[buyer.Index], _accounts[seller.Index]];
        Rejection reason = CheckTerms(instrument, quantity.Lots, price, parties);
        if (reason != Rejection.None)
        {
            return (buyer, reason);
        }

        reason = CheckOpening(parties[0], instrument.Index, quantity.Lots, price, leverage);
        return reason != Rejection.None
            ? (buyer, reason)
            : (seller, CheckOpening(parties[1], instrument.Index, -quantity.Lots, price, leverage));
    }

    private Rejection CheckTerms(InstrumentId instrument, Int128 quantity, Price price, NaiveAccount[] parties)
    {
        if (!IsKnown(instrument))
        {
            return Rejection.UnknownInstrument;
        }

        if (quantity <= 0)
        {
            return Rejection.QuantityNotPositive;
        }

        if (!IsPrice(price))
        {
            return Rejection.PriceOutOfRange;
        }

        if (_marks[instrument.Index] == Price.Zero)
        {
            return Rejection.NoMarkPrice;
        }

        int missing = parties.Count(account => FindPosition(account, instrument.Index) is null);
        int capacity = _limits.Positions + FirstTrader * _marks.Length;
        return _positions + missing > capacity ? Rejection.TablesFull : Rejection.None;
    }

    private Rejection CheckOpening(NaiveAccount account, int instrument, Int128 change, Price price, Leverage leverage)
    {
        Int128 held = FindPosition(account, instrument)?.Lots ?? 0;
        Int128 opened = Opened(held, change);
        if (!account.IsTrader || opened == 0)
        {
            return Rejection.None;
        }

        Int128 notionalAfter = NotionalOf(instrument, held + change, _marks[instrument].Ticks);
        int bracket = BracketOf(instrument, notionalAfter, held + change, account.Weight);
        MarginSchedule schedule = Rules.Instruments[instrument].Margin;
        if (
            leverage > schedule.Tiers[bracket].MaxLeverage
            || AsksMore(schedule, leverage, held + change, account.Weight)
        )
        {
            return Rejection.LeverageAboveLimit;
        }

        return MarginToOpen(instrument, held + change, opened, price, leverage) > Available(account)
            ? Rejection.InsufficientMargin
            : Rejection.None;
    }

    // Whether the size asks for more than one over the leverage.
    private static bool AsksMore(MarginSchedule schedule, Leverage leverage, Int128 lots, int weight)
    {
        if (schedule.InSize is not { } rates)
        {
            return false;
        }

        Rational asked = Rational.Min(rates.Terms.Initial + AddedBySize(rates, lots, weight), Rational.One);
        return Rational.FromFraction(leverage.Hundredths, 100) * asked > Rational.One;
    }

    private Rejection CheckAdoption(
        InstrumentId instrument,
        AccountId id,
        Int128 lots,
        Price entry,
        Int128 isolatedMargin,
        Leverage leverage
    )
    {
        if (!IsKnown(id) || !_accounts[id.Index].IsTrader)
        {
            return Rejection.UnknownAccount;
        }

        NaiveAccount account = _accounts[id.Index];
        bool holds = IsKnown(instrument) && FindPosition(account, instrument.Index) is { IsOpen: true };
        Int128 quantity = holds ? 0 : Int128.Abs(lots);
        Rejection terms = CheckTerms(instrument, quantity, entry, [account, OutsideAccount]);
        if (terms != Rejection.None)
        {
            return terms;
        }

        bool marginMatchesMode = account.IsIsolated
            ? isolatedMargin >= 0 && isolatedMargin <= account.Wallet
            : isolatedMargin == 0;
        if (!marginMatchesMode)
        {
            return Rejection.InsufficientMargin;
        }

        Int128 value = ValueOf(instrument.Index, lots, _marks[instrument.Index].Ticks);
        Int128 profit = value - CostOf(instrument.Index, lots, entry.Ticks);
        bool atEntry = Rules.Instruments[instrument.Index].MaintenanceAt == MarginBasis.Entry;
        Int128 notional = Int128.Abs(atEntry ? value - profit : value);
        Int128 maintenance = Maintenance(instrument.Index, notional, lots, account.Weight);
        Int128 reserve = Reserve(instrument.Index, lots, value - profit, leverage);
        Int128 equity = profit + (account.IsIsolated ? isolatedMargin : EquityOf(account));
        Int128 asked = maintenance + (account.IsIsolated ? 0 : Sum(account.Positions, Maintenance) + reserve);
        return IsTooLow(equity - asked) && (equity < asked || asked > 0) ? Rejection.WouldBeLiquidated : Rejection.None;
    }

    private void SetMarginAside(NaivePosition position, Int128 change, Price price, Leverage leverage)
    {
        Int128 opened = Opened(position.Lots, change);
        if (!position.Owner.IsTrader || opened == 0)
        {
            return;
        }

        position.Leverage = leverage;
        if (position.Owner.IsIsolated)
        {
            Int128 after = position.Lots + change;
            MoveToIsolatedMargin(position, MarginToOpen(position.Instrument, after, opened, price, leverage));
        }
    }

    // Initial margin at the trade's price, and what has been lost if it is on the wrong side of the mark.
    private Int128 MarginToOpen(int instrument, Int128 after, Int128 opened, Price price, Leverage leverage)
    {
        Int128 cost = CostOf(instrument, opened, price.Ticks);
        long mark = _marks[instrument].Ticks;
        Int128 paidAboveMark = cost - (CostOf(instrument, after, mark) - CostOf(instrument, after - opened, mark));
        return InitialMargin(Int128.Abs(cost), leverage) + Int128.Max(paidAboveMark, 0);
    }

    // Signed: what is left of a change once it has closed what was held the other way.
    private static Int128 Opened(Int128 held, Int128 change)
    {
        bool against = Int128.Sign(held) * Int128.Sign(change) < 0;
        if (!against)
        {
            return change;
        }

        return Int128.Abs(change) > Int128.Abs(held) ? change + held : 0;
    }
}
