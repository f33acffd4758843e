using System.Runtime.CompilerServices;
using Breakwater.Domain;

namespace Breakwater.Matching;

/// <summary>The order book of one instrument: price-time priority, every order type, commands in and events out.</summary>
/// <remarks>
/// Knows orders and opaque owners, not accounts. Every command writes its events to the log before it returns; time moves
/// only by <see cref="AdvanceTo"/>. Deterministic and single-threaded. Allocates only to grow beyond any earlier size.
/// The rules in full: docs/matching.md.
/// </remarks>
public sealed unsafe partial class OrderBook
{
    private const int FirstCapacity = 128;

    private readonly InstrumentId _instrument;
    private readonly BookRules _rules;
    private readonly EventLog _log;
    private readonly OrderSlots _orders;
    private readonly OrderNumbers _numbers;
    private readonly PriceLadder[] _sides = [new(), new()];
    private readonly AttributeTable _attributes = new();
    private readonly ExpiryQueue _expiries;
    private readonly OwnerOrders _owners = new();
    private readonly StopOrders _stops = new();

    // Set where self-trade prevention ends the order that is being matched; read and reset by Enter.
    private bool _takerStopped;

    /// <param name="log">Takes the events. Several books may share one.</param>
    /// <param name="capacity">Orders for which there is room without growing.</param>
    public OrderBook(Instrument instrument, BookRules rules, EventLog log, int capacity = FirstCapacity)
    {
        rules.ThrowIfUnsound();
        _instrument = instrument.Id;
        _rules = rules;
        _log = log;
        _orders = new OrderSlots(Math.Max(capacity, FirstCapacity));
        _numbers = new OrderNumbers(capacity);
        _expiries = new ExpiryQueue(_attributes);
        _leastTickLots = LeastTickLots(instrument, rules);
        UpdateBand();
    }

    public Timestamp Now { get; private set; }

    public TradingPhase Phase { get; private set; }

    /// <summary>Takes an order.</summary>
    /// <returns>The order's number while it lives, or zero if it was rejected.</returns>
    public OrderId Submit(in NewOrder order)
    {
        if (!IsPlainAndSound(order))
        {
            OrderRejection reason = Examine(order);
            if (reason != OrderRejection.None)
            {
                Reject(reason, order);
                return default;
            }
        }

        uint slot = Accept(order);
        OrderId id = new(_orders.Details[slot].Number);
        if (order.Terms.IsConditional)
        {
            Park(slot);
            return id;
        }

        Enter(slot, (int)order.Quantity.Lots);
        if (_stops.Waiting != 0)
        {
            RunTriggers();
        }

        return id;
    }

    /// <returns>False if no open order has the number; the event says so.</returns>
    public bool Cancel(OrderId id)
    {
        uint slot = _numbers.Find(id.Value);
        if (slot == 0)
        {
            Reject(OrderRejection.UnknownOrder, id, Quantity.Zero, Price.Zero);
            return false;
        }

        CancelOpen(slot, CancelReason.Requested);
        return true;
    }

    /// <summary>Cancels every open order of the owner, waiting ones too, in the order in which they came to rest.</summary>
    /// <returns>How many there were.</returns>
    public int CancelAll(int owner)
    {
        int count = 0;
        for (uint slot = _owners.First(owner); slot != 0; slot = _owners.First(owner))
        {
            CancelOpen(slot, CancelReason.MassCancel);
            count++;
        }

        return count;
    }

    /// <summary>Moves the clock and expires what is due, earliest first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time lies in the past.</exception>
    public void AdvanceTo(Timestamp time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, Now);
        Now = time;
        while (_expiries.EarliestNanoseconds <= time.UnixNanoseconds)
        {
            Expire(_expiries.EarliestSlot);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Accept(in NewOrder order)
    {
        uint slot = _orders.Take();
        _orders.Details[slot] = OrderDetail.Of(_numbers.Assign(slot, _orders.Count), order.Terms, order.Owner);
        _orders.Rows[slot].Price = (int)order.Price.Ticks;
        CacheLine.Fetch(_orders.Rows + LadderOf(order.Terms.Side).LastAt(Ranks.Of(order.Terms.Side, (int)order.Price.Ticks)));
        long stopOrDisplayed = 0;
        if (order.Terms.Has(OrderTerms.MarketBit | OrderTerms.AttributeBits))
        {
            stopOrDisplayed = PrepareRareTerms(slot, order);
        }

        MarketEvent.WriteOrderAccepted(
            ref _log.Next(),
            Now,
            Facts(slot, (byte)order.Terms.Side),
            order.Quantity.Lots,
            order.Price.Ticks,
            stopOrDisplayed
        );
        return slot;
    }

    private long PrepareRareTerms(uint slot, in NewOrder order)
    {
        if (order.Terms.IsMarket)
        {
            _orders.Rows[slot].Price = WorstPrice(order.Terms.Side);
        }

        if (!order.Terms.Has(OrderTerms.AttributeBits))
        {
            return 0;
        }

        int row = _attributes.Take();
        _orders.Details[slot].Attributes = row;
        ref OrderAttributes attributes = ref _attributes[row];
        attributes.ExpiresAt = order.ExpiresAt.UnixNanoseconds;
        attributes.Peak = (int)order.Displayed.Lots;
        if (!order.Terms.IsConditional)
        {
            return attributes.Peak;
        }

        attributes.LimitAfterTrigger = (int)order.Price.Ticks;
        _orders.Rows[slot].Price = (int)order.Stop.Ticks;
        _orders.Rows[slot].Quantity = (int)order.Quantity.Lots;
        return order.Stop.Ticks;
    }

    // An order that is in the book with none of it resting: matches what it can, then rests, or is cancelled for what is left.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Enter(uint slot, int quantity)
    {
        OrderSlot* order = _orders.Rows + slot;
        OrderTerms terms = _orders.Details[slot].Terms;
        Side side = terms.Side;
        Side opposite = (Side)(1 - (int)side);
        PriceLadder makers = LadderOf(opposite);
        int limit = Ranks.Of(opposite, order->Price);
        if (makers.Best >= limit && Phase == TradingPhase.Continuous)
        {
            if (terms.TimeInForce == TimeInForce.FillOrKill && !CanFill(makers, limit, slot, quantity))
            {
                Drop(slot, quantity, CancelReason.NotFillable);
                return;
            }

            quantity = Match(makers, opposite, limit, slot, quantity);
        }

        if (quantity == 0)
        {
            Forget(slot);
        }
        else if (terms.Rests && !_takerStopped)
        {
            Rest(slot, quantity);
        }
        else
        {
            DropRemainder(slot, quantity, makers);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Rest(uint slot, int quantity)
    {
        OrderSlot* order = _orders.Rows + slot;
        order->Quantity = _orders.Details[slot].Attributes == 0 ? quantity : ShowPart(slot, quantity);
        Side side = _orders.Details[slot].Terms.Side;
        LadderOf(side).Append(Ranks.Of(side, order->Price), _orders.Rows, slot);
        if (_orders.Details[slot].Owner >= 0)
        {
            _owners.Append(_orders.Details[slot].Owner, slot, _orders.Capacity);
        }
    }

    private int ShowPart(uint slot, int quantity)
    {
        OrderSlot* order = _orders.Rows + slot;
        ScheduleExpiry(slot);
        if (!_orders.Details[slot].Terms.IsIceberg)
        {
            return quantity;
        }

        ref OrderAttributes attributes = ref _attributes[_orders.Details[slot].Attributes];
        int shown = Math.Min(attributes.Peak, quantity);
        attributes.Reserve = quantity - shown;
        return shown;
    }

    private void ScheduleExpiry(uint slot)
    {
        OrderSlot* order = _orders.Rows + slot;
        if (_orders.Details[slot].Terms.TimeInForce == TimeInForce.GoodTillTime && _attributes[_orders.Details[slot].Attributes].ExpiryPlace == 0)
        {
            Timestamp expiresAt = Timestamp.FromUnixNanoseconds(_attributes[_orders.Details[slot].Attributes].ExpiresAt);
            _expiries.Add(slot, _orders.Details[slot].Attributes, expiresAt);
        }
    }

    private void DropRemainder(uint slot, int quantity, PriceLadder makers)
    {
        OrderTerms terms = _orders.Details[slot].Terms;
        bool band = terms.IsMarket && makers.Best != PriceLadder.NoRank;
        CancelReason unfilled = terms.TimeInForce == TimeInForce.FillOrKill ? CancelReason.NotFillable
            : band ? CancelReason.PriceBand
            : CancelReason.NothingLeftToTake;
        CancelReason reason = _takerStopped ? CancelReason.SelfTrade : unfilled;
        _takerStopped = false;
        Drop(slot, quantity, reason);
    }

    private void Drop(uint slot, int quantity, CancelReason reason)
    {
        WriteCancelled(slot, quantity, reason);
        Forget(slot);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void CancelOpen(uint slot, CancelReason reason)
    {
        _orders.FetchNeighbours(slot);
        OrderSlot* order = _orders.Rows + slot;
        WriteCancelled(slot, _orders.Details[slot].Attributes == 0 ? order->Quantity : OpenQuantity(slot), reason);
        Withdraw(slot);
        Forget(slot);
    }

    private void Expire(uint slot)
    {
        OrderSlot* order = _orders.Rows + slot;
        MarketEvent.WriteOrderExpired(
            ref _log.Next(),
            Now,
            Facts(slot, (byte)_orders.Details[slot].Terms.Side),
            OpenQuantity(slot),
            LimitOf(slot)
        );
        Withdraw(slot);
        Forget(slot);
    }

    // Out of its queue and out of its owner's list; it still has its slot and its attributes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Withdraw(uint slot)
    {
        OrderSlot* order = _orders.Rows + slot;
        OrderTerms terms = _orders.Details[slot].Terms;
        if (terms.IsConditional)
        {
            _stops.Remove(terms, _orders.Rows, slot);
        }
        else
        {
            LadderOf(terms.Side).Remove(Ranks.Of(terms.Side, order->Price), _orders.Rows, slot);
        }

        if (_orders.Details[slot].Owner >= 0)
        {
            _owners.Remove(_orders.Details[slot].Owner, slot);
        }
    }

    // The end of an order that is in no queue.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Forget(uint slot)
    {
        int row = _orders.Details[slot].Attributes;
        if (row != 0)
        {
            _expiries.Remove(row);
            _attributes.Release(row);
        }

        _numbers.Retire(_orders.Details[slot].Number);
        _orders.Release(slot);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private PriceLadder LadderOf(Side side) => _sides[(int)side];

    private int OpenQuantity(uint slot)
    {
        OrderSlot* order = _orders.Rows + slot;
        return _orders.Details[slot].Attributes == 0 ? order->Quantity : order->Quantity + _attributes[_orders.Details[slot].Attributes].Reserve;
    }

    // As the event log shows it: zero for a market order.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int LimitOf(uint slot)
    {
        OrderSlot* order = _orders.Rows + slot;
        return _orders.Details[slot].Terms.Has(OrderTerms.MarketBit | OrderTerms.ConditionalBit) ? RareLimitOf(slot) : order->Price;
    }

    private int RareLimitOf(uint slot) =>
        _orders.Details[slot].Terms.IsMarket ? 0 : _attributes[_orders.Details[slot].Attributes].LimitAfterTrigger;
}
