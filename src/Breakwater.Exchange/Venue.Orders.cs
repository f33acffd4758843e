using System.Runtime.CompilerServices;
using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Exchange;

public sealed partial class Venue
{
    /// <summary>Hands an order to the instrument's book, if its account can carry what it would open.</summary>
    /// <param name="order">Its owner is an account's index; outside and fund trade without margin.</param>
    /// <returns>The order's number while it lives; zero where it was rejected.</returns>
    public (Rejection Reason, OrderId Order) Submit(Timestamp time, InstrumentId instrument, in NewOrder order)
    {
        Begin(time);
        var account = new AccountId(order.Owner);
        Rejection reason = CheckOrder(instrument, account, order);
        if (reason != Rejection.None)
        {
            return (Reject(account, reason), default);
        }

        _desk!.AdvanceTo(instrument.Index, time);
        (reason, OrderId id) = _desk.Submit(instrument, order);
        return (reason is Rejection.None or Rejection.RefusedByBook ? reason : Reject(account, reason), id);
    }

    public Rejection Cancel(Timestamp time, InstrumentId instrument, AccountId owner, OrderId order)
    {
        Begin(time);
        Rejection reason = CheckDesk(instrument, owner);
        if (reason == Rejection.None)
        {
            _desk!.AdvanceTo(instrument.Index, time);
            reason = _desk.Cancel(instrument, owner, order);
        }

        return reason == Rejection.None ? reason : Reject(owner, reason);
    }

    /// <summary>Says that a later command will name the account, which changes nothing but what lies in near memory by then.</summary>
    /// <remarks>Who is not known is not expected.</remarks>
    public void Expect(AccountId account)
    {
        if (IsKnown(account))
        {
            _ledger.Expect(account.Index);
        }
    }

    /// <summary>Says that a later command will name the account, and the order where there is one. Changes nothing but what lies in near memory by then.</summary>
    /// <remarks>For gateways that hold commands in store; best called some sixty commands ahead. Who is not known is not expected.</remarks>
    /// <param name="order">The default for a command that names none.</param>
    public void Expect(InstrumentId instrument, AccountId owner, OrderId order)
    {
        if (CheckDesk(instrument, owner) != Rejection.None)
        {
            return;
        }

        _ledger.Expect(owner.Index);
        if (order != default)
        {
            _desk!.BookOf(instrument.Index).Expect(order, owner.Index);
        }
    }

    /// <summary>Cancels every open order of an account in an instrument, waiting ones too, in the order in which they came to rest.</summary>
    /// <returns>How many there were.</returns>
    public (Rejection Reason, int Cancelled) CancelAll(Timestamp time, InstrumentId instrument, AccountId owner)
    {
        Begin(time);
        Rejection reason = CheckDesk(instrument, owner);
        if (reason != Rejection.None)
        {
            return (Reject(owner, reason), 0);
        }

        _desk!.AdvanceTo(instrument.Index, time);
        return (reason, _desk.CancelAll(instrument, owner));
    }

    /// <summary>Gives an open order a new price and open quantity; it keeps its place if only the quantity falls.</summary>
    public Rejection Amend(
        Timestamp time,
        InstrumentId instrument,
        AccountId owner,
        OrderId order,
        Price price,
        Quantity quantity
    )
    {
        Begin(time);
        Rejection reason = CheckDesk(instrument, owner);
        if (reason == Rejection.None)
        {
            _desk!.AdvanceTo(instrument.Index, time);
            reason = _desk.Amend(instrument, owner, order, price, quantity);
        }

        return reason is Rejection.None or Rejection.RefusedByBook ? reason : Reject(owner, reason);
    }

    /// <summary>Tells an instrument's book its index: conditional orders that wait for it go off. Marks are the caller's own.</summary>
    /// <param name="index">From 1 tick to below 2^30.</param>
    public Rejection UpdateIndex(Timestamp time, InstrumentId instrument, Price index)
    {
        Begin(time);
        Rejection reason = CheckDesk(instrument, Outside);
        if (reason == Rejection.None && !IsPrice(index))
        {
            reason = Rejection.PriceOutOfRange;
        }

        if (reason != Rejection.None)
        {
            return Reject(new AccountId(MarketEvent.None), reason);
        }

        _desk!.UpdateIndex(instrument.Index, index);
        return Rejection.None;
    }

    /// <summary>Moves an instrument's book to another phase: a halt, a call auction, or back to continuous trading.</summary>
    /// <remarks>Leaving an auction trades what crosses at one price. Marks and liquidations go on in every phase; orders of liquidations find nobody in a halt and in an auction, which take none that trade at once.</remarks>
    public Rejection SetPhase(Timestamp time, InstrumentId instrument, TradingPhase phase)
    {
        Begin(time);
        Rejection reason = CheckDesk(instrument, Outside);
        if (reason != Rejection.None)
        {
            return Reject(new AccountId(MarketEvent.None), reason);
        }

        _desk!.AdvanceTo(instrument.Index, time);
        _desk.SetPhase(instrument.Index, phase);
        return Rejection.None;
    }

    /// <summary>Sets the leverage at which an account opens positions in an instrument from now on.</summary>
    public Rejection SetLeverage(Timestamp time, InstrumentId instrument, AccountId account, Leverage leverage)
    {
        Begin(time);
        Rejection reason = CheckLeverage(instrument, account, leverage);
        if (reason != Rejection.None)
        {
            return Reject(account, reason);
        }

        ref Position row = ref _ledger.Position(_ledger.FindOrAddPosition(account.Index, instrument.Index));
        Leverage before = row.Leverage;
        row.Leverage = leverage;
        if (_margins.Available(account).IsNegative)
        {
            row.Leverage = before;
            return Reject(account, Rejection.InsufficientMargin);
        }

        PlaceCross(account);
        return Rejection.None;
    }

    /// <param name="tier">Index into <see cref="TradingRules.Fees"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such tier.</exception>
    public void SetFeeTier(AccountId account, int tier)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tier);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(tier, Rules.Trading?.Fees.Count ?? 0);
        _ledger.Account(account.Index).FeeTier = (byte)tier;
    }

    /// <summary>The instrument's book, to be read.</summary>
    /// <exception cref="InvalidOperationException">The venue has no books.</exception>
    public OrderBook BookOf(InstrumentId instrument) =>
        _desk?.BookOf(instrument.Index) ?? throw new InvalidOperationException("The venue has no books.");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Rejection CheckDesk(InstrumentId instrument, AccountId account)
    {
        if (!IsKnown(account))
        {
            return Rejection.UnknownAccount;
        }

        if (!IsKnown(instrument))
        {
            return Rejection.UnknownInstrument;
        }

        return _desk is null ? Rejection.NoBook : Rejection.None;
    }

    private Rejection CheckOrder(InstrumentId instrument, AccountId account, in NewOrder order)
    {
        Rejection reason = CheckDesk(instrument, account);
        if (reason != Rejection.None)
        {
            return reason;
        }

        if (order.Quantity <= Quantity.Zero)
        {
            return Rejection.QuantityNotPositive;
        }

        if (!order.Terms.IsMarket && !IsPrice(order.Price))
        {
            return Rejection.PriceOutOfRange;
        }

        if (_marks[instrument.Index] == Price.Zero)
        {
            return Rejection.NoMarkPrice;
        }

        return _ledger.HasRoomFor(account, instrument) ? Rejection.None : Rejection.TablesFull;
    }

    private Rejection CheckLeverage(InstrumentId instrument, AccountId account, Leverage leverage)
    {
        if (!IsKnown(account))
        {
            return Rejection.UnknownAccount;
        }

        if (!IsKnown(instrument))
        {
            return Rejection.UnknownInstrument;
        }

        InstrumentRules rules = _instruments[instrument.Index];
        Quantity lots = _ledger.LotsOf(account, instrument);
        Money value = rules.Instrument.Notional(_marks[instrument.Index], lots.Magnitude);
        return leverage > rules.Margin.MaxLeverage(value, lots, _ledger.Account(account.Index).Weight)
            ? Rejection.LeverageAboveLimit
            : Rejection.None;
    }
}
