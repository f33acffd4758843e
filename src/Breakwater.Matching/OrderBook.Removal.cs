using System.Runtime.CompilerServices;
using Breakwater.Domain;

namespace Breakwater.Matching;

/// <summary>How an order leaves without a trade.</summary>
public sealed unsafe partial class OrderBook
{
    // The cancel of an order without attributes: it rests, all of it shown.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void CancelPlain(OrderSlot* rows, uint slot)
    {
        OrderSlot* order = rows + slot;
        CacheLine.Fetch(rows + order->Previous);
        CacheLine.Fetch(rows + order->Next);
        int price = order->Price;
        Taker self = new(order->Number, order->Owner, order->Terms);
        MarketEvent.OrderFacts facts = Facts(self, (byte)CancelReason.Requested);
        MarketEvent.WriteOrderCancelled(ref _log.Next(), Now, facts, order->Quantity, price);
        LadderOf(self.Terms.Side).Remove(Ranks.Of(self.Terms.Side, price), rows, slot);
        if (self.Owner >= 0)
        {
            _owners.Remove(self.Owner, slot);
        }

        _orders.Release(slot);
    }

    private void CancelOpen(uint slot, CancelReason reason)
    {
        OrderSlot* order = _orders.Rows + slot;
        WriteCancelled(slot, order->Attributes == 0 ? order->Quantity : OpenQuantity(slot), reason);
        Withdraw(slot);
        Forget(slot);
    }

    private void Expire(uint slot)
    {
        OrderSlot* order = _orders.Rows + slot;
        MarketEvent.WriteOrderExpired(
            ref _log.Next(),
            Now,
            Facts(slot, (byte)order->Terms.Side),
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
        OrderTerms terms = order->Terms;
        if (terms.IsConditional)
        {
            _stops.Remove(terms, _orders.Rows, slot);
        }
        else
        {
            LadderOf(terms.Side).Remove(Ranks.Of(terms.Side, order->Price), _orders.Rows, slot);
        }

        if (order->Owner >= 0)
        {
            _owners.Remove(order->Owner, slot);
        }
    }

    // The end of an order that is in no queue.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Forget(uint slot)
    {
        int row = _orders.Rows[slot].Attributes;
        if (row != 0)
        {
            _expiries.Remove(row);
            _attributes.Release(row);
        }

        _orders.Release(slot);
    }
}
