using System.Runtime.CompilerServices;
using Breakwater.Domain;

namespace Breakwater.Matching;

/// <summary>How an order leaves without a trade.</summary>
public sealed unsafe partial class OrderBook
{
    // The cancel of an order without attributes: it rests, all of it shown.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void CancelPlain(uint slot, long number)
    {
        _orders.FetchNeighbours(slot);
        OrderSlot* rows = _orders.Rows;
        OrderDetail* detail = _orders.Details + slot;
        OrderTerms terms = detail->Terms;
        int price = rows[slot].Price;
        MarketEvent.OrderFacts facts = new(
            _instrument,
            detail->Owner,
            number,
            (byte)CancelReason.Requested,
            (int)terms.Bits
        );
        MarketEvent.WriteOrderCancelled(ref _log.Next(), Now, facts, rows[slot].Quantity, price);
        LadderOf(terms.Side).Remove(Ranks.Of(terms.Side, price), rows, slot);
        if (detail->Owner >= 0)
        {
            _owners.Remove(detail->Owner, slot);
        }

        _numbers.Retire(number);
        _orders.Release(slot);
    }

    private void CancelOpen(uint slot, CancelReason reason)
    {
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
}
