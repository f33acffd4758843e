using System.Runtime.CompilerServices;
using Breakwater.Domain;

namespace Breakwater.Matching;

/// <summary>How an order comes in.</summary>
public sealed unsafe partial class OrderBook
{
    // What most commands come to: a limit order that finds nothing to take.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private OrderId RestPlain(in NewOrder order)
    {
        uint slot = _orders.Take();
        OrderSlot* rows = _orders.Rows;
        Side side = order.Terms.Side;
        Level* level = LadderOf(side).Open(Ranks.Of(side, (int)order.Price.Ticks));
        CacheLine.Fetch(rows + level->Tail);
        long number = _numbers.Assign(slot, _orders.Count);
        _orders.Details[slot] = OrderDetail.Of(number, order.Terms, order.Owner);
        MarketEvent.OrderFacts facts = new(_instrument, order.Owner, number, (byte)side, (int)order.Terms.Bits);
        MarketEvent.WriteOrderAccepted(ref _log.Next(), Now, facts, order.Quantity.Lots, order.Price.Ticks, 0);
        rows[slot].Price = (int)order.Price.Ticks;
        rows[slot].Quantity = (int)order.Quantity.Lots;
        level->Quantity += order.Quantity.Lots;
        OrderQueues.AppendTo(level, rows, slot);
        if (order.Owner >= 0)
        {
            _owners.Append(order.Owner, slot, _orders.Capacity);
        }

        return new OrderId(number);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Accept(in NewOrder order)
    {
        uint slot = _orders.Take();
        _orders.Details[slot] = OrderDetail.Of(_numbers.Assign(slot, _orders.Count), order.Terms, order.Owner);
        _orders.Rows[slot].Price = (int)order.Price.Ticks;
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
        if (
            _orders.Details[slot].Terms.TimeInForce == TimeInForce.GoodTillTime
            && _attributes[_orders.Details[slot].Attributes].ExpiryPlace == 0
        )
        {
            Timestamp expiresAt = Timestamp.FromUnixNanoseconds(
                _attributes[_orders.Details[slot].Attributes].ExpiresAt
            );
            _expiries.Add(slot, _orders.Details[slot].Attributes, expiresAt);
        }
    }

    private void DropRemainder(uint slot, int quantity, PriceLadder makers)
    {
        OrderTerms terms = _orders.Details[slot].Terms;
        bool band = terms.IsMarket && makers.Best != PriceLadder.NoRank;
        CancelReason unfilled =
            terms.TimeInForce == TimeInForce.FillOrKill ? CancelReason.NotFillable
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
}
