using System.Runtime.CompilerServices;
using Breakwater.Domain;

namespace Breakwater.Matching;

/// <summary>How an order comes in.</summary>
public sealed unsafe partial class OrderBook
{
    private OrderId SubmitExamined(in NewOrder order)
    {
        OrderRejection reason = Examine(order);
        if (reason != OrderRejection.None)
        {
            Reject(reason, order);
            return default;
        }

        return order.Terms.Has(OrderTerms.AttributeBits | _limitedMakerBits) ? SubmitWithSlot(order) : Take(order);
    }

    // What most commands come to: a limit order that finds nothing to take.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private OrderId RestPlain(in NewOrder order)
    {
        Side side = order.Terms.Side;
        Level* level = LadderOf(side).Open(Ranks.Of(side, (int)order.Price.Ticks));
        CacheLine.Fetch(_orders.Rows + level->Tail);
        Taker taker = Accept(order, stopOrDisplayed: 0);
        uint slot = _orders.Take(taker.Number);
        OrderSlot* rows = _orders.Rows;
        rows[slot].Hold(taker);
        rows[slot].Price = (int)order.Price.Ticks;
        rows[slot].Quantity = (int)order.Quantity.Lots;
        level->Quantity += order.Quantity.Lots;
        OrderQueues.AppendTo(level, rows, slot);
        if (order.Owner >= 0)
        {
            _owners.Append(order.Owner, slot, _orders.Slots);
        }

        return new OrderId(taker.Number);
    }

    // An order without attributes that may trade at once. It takes a slot only for what is left to rest.
    private OrderId Take(in NewOrder order)
    {
        Taker taker = Accept(order, stopOrDisplayed: 0);
        Side opposite = (Side)(1 - (int)order.Terms.Side);
        int price = order.Terms.IsMarket ? WorstPrice(order.Terms.Side) : (int)order.Price.Ticks;
        int left = Trade(taker, LadderOf(opposite), Ranks.Of(opposite, price), (int)order.Quantity.Lots);
        if (left != 0)
        {
            SettleRemainder(taker, price, left);
        }

        if (_stops.Waiting != 0)
        {
            RunTriggers();
        }

        return new OrderId(taker.Number);
    }

    // What is left rests, or is cancelled.
    private void SettleRemainder(in Taker taker, int price, int left)
    {
        if (taker.Terms.Rests && !_takerStopped)
        {
            uint slot = HoldInSlot(taker);
            _orders.Rows[slot].Price = price;
            Rest(slot, left);
            return;
        }

        CancelReason reason = ReasonOfRemainder(taker.Terms);
        int limit = taker.Terms.IsMarket ? 0 : price;
        MarketEvent.WriteOrderCancelled(ref _log.Next(), Now, Facts(taker, (byte)reason), left, limit);
    }

    private OrderId SubmitWithSlot(in NewOrder order)
    {
        uint slot = Hold(order);
        OrderId id = new(_orders.Rows[slot].Number);
        if (order.Terms.IsConditional)
        {
            Park(slot);
            return id;
        }

        EnterWithinLimit(slot, (int)order.Quantity.Lots);
        if (_stops.Waiting != 0)
        {
            RunTriggers();
        }

        return id;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Taker Accept(in NewOrder order, long stopOrDisplayed)
    {
        Taker taker = new(_orders.Issue(), order.Owner, order.Terms);
        MarketEvent.OrderFacts facts = Facts(taker, (byte)order.Terms.Side);
        long price = order.Price.Ticks;
        MarketEvent.WriteOrderAccepted(ref _log.Next(), Now, facts, order.Quantity.Lots, price, stopOrDisplayed);
        return taker;
    }

    private uint HoldInSlot(in Taker taker)
    {
        uint slot = _orders.Take(taker.Number);
        _orders.Rows[slot].Hold(taker);
        return slot;
    }

    private uint Hold(in NewOrder order)
    {
        bool waits = order.Terms.IsConditional;
        bool isRare = order.Terms.Has(OrderTerms.AttributeBits);
        long displayed = isRare ? order.Displayed.Lots : 0;
        uint slot = HoldInSlot(Accept(order, waits ? order.Stop.Ticks : displayed));
        ref OrderSlot held = ref _orders.Rows[slot];
        int limit = order.Terms.IsMarket ? WorstPrice(order.Terms.Side) : (int)order.Price.Ticks;
        held.Price = waits ? (int)order.Stop.Ticks : limit;
        held.Quantity = (int)order.Quantity.Lots;
        held.Attributes = isRare ? AttributesOf(order) : 0;
        return slot;
    }

    private int AttributesOf(in NewOrder order)
    {
        int row = _attributes.Take();
        ref OrderAttributes attributes = ref _attributes[row];
        attributes.ExpiresAt = order.ExpiresAt.UnixNanoseconds;
        attributes.Peak = (int)order.Displayed.Lots;
        attributes.LimitAfterTrigger = (int)order.Price.Ticks;
        return row;
    }

    // An order that is in the book with none of it resting: matches what it can, then rests, or is cancelled for what is left.
    private void Enter(uint slot, int quantity)
    {
        Taker taker = TakerIn(slot);
        Side opposite = (Side)(1 - (int)taker.Terms.Side);
        int limit = Ranks.Of(opposite, _orders.Rows[slot].Price);
        int left = Trade(taker, LadderOf(opposite), limit, quantity);
        if (left == 0)
        {
            Forget(slot);
        }
        else if (taker.Terms.Rests && !_takerStopped)
        {
            Rest(slot, left);
        }
        else
        {
            Drop(slot, left, ReasonOfRemainder(taker.Terms));
        }
    }

    // What is left of the taker, for which it may be all.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Trade(in Taker taker, PriceLadder makers, int limit, int quantity)
    {
        bool trades =
            makers.Best >= limit
            && Phase == TradingPhase.Continuous
            && (taker.Terms.TimeInForce != TimeInForce.FillOrKill || CanFill(makers, limit, taker, quantity));
        return trades ? Match(makers, limit, taker, quantity) : quantity;
    }

    private Taker TakerIn(uint slot)
    {
        OrderSlot* order = _orders.Rows + slot;
        return new Taker(order->Number, order->Owner, order->Terms);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Rest(uint slot, int quantity)
    {
        OrderSlot* order = _orders.Rows + slot;
        order->Quantity = order->Attributes == 0 ? quantity : ShowPart(slot, quantity);
        Side side = order->Terms.Side;
        LadderOf(side).Append(Ranks.Of(side, order->Price), _orders.Rows, slot);
        if (order->Owner >= 0)
        {
            _owners.Append(order->Owner, slot, _orders.Slots);
        }
    }

    private int ShowPart(uint slot, int quantity)
    {
        ScheduleExpiry(slot);
        int shown = FirstSlice(slot, quantity);
        _attributes[_orders.Rows[slot].Attributes].Reserve = quantity - shown;
        return shown;
    }

    // What an order would show of a quantity with which it rests.
    private int FirstSlice(uint slot, int quantity)
    {
        OrderSlot* order = _orders.Rows + slot;
        return order->Terms.IsIceberg ? Math.Min(_attributes[order->Attributes].Peak, quantity) : quantity;
    }

    private void ScheduleExpiry(uint slot)
    {
        OrderSlot* order = _orders.Rows + slot;
        if (order->Terms.TimeInForce == TimeInForce.GoodTillTime && _attributes[order->Attributes].ExpiryPlace == 0)
        {
            Timestamp expiresAt = Timestamp.FromUnixNanoseconds(_attributes[order->Attributes].ExpiresAt);
            _expiries.Add(slot, order->Attributes, expiresAt);
        }
    }

    private CancelReason ReasonOfRemainder(OrderTerms terms)
    {
        bool band = terms.IsMarket && LadderOf((Side)(1 - (int)terms.Side)).Best != PriceLadder.NoRank;
        CancelReason unfilled =
            terms.TimeInForce == TimeInForce.FillOrKill ? CancelReason.NotFillable
            : band ? CancelReason.PriceBand
            : CancelReason.NothingLeftToTake;
        CancelReason reason = _takerStopped ? CancelReason.SelfTrade : unfilled;
        _takerStopped = false;
        return reason;
    }

    private void Drop(uint slot, int quantity, CancelReason reason)
    {
        WriteCancelled(slot, quantity, reason);
        Forget(slot);
    }
}
