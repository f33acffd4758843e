using System.Runtime.CompilerServices;
using Breakwater.Domain;

namespace Breakwater.Matching;

public sealed unsafe partial class OrderBook
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private MarketEvent.OrderFacts Facts(uint slot, byte detail) => Facts(slot, detail, ReferenceOf(slot));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private MarketEvent.OrderFacts Facts(uint slot, byte detail, int reference) =>
        new(_instrument, _orders.Rows[slot].Owner, _orders.Rows[slot].Number, detail, reference);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private MarketEvent.OrderFacts Facts(in Taker taker, byte detail) =>
        new(_instrument, taker.Owner, taker.Number, detail, (int)taker.Terms.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int ReferenceOf(uint slot) => (int)_orders.Rows[slot].Terms.Bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void WriteCancelled(uint slot, int quantity, CancelReason reason) =>
        MarketEvent.WriteOrderCancelled(ref _log.Next(), Now, Facts(slot, (byte)reason), quantity, LimitOf(slot));

    private void Reject(OrderRejection reason, in NewOrder order)
    {
        MarketEvent.OrderFacts facts = new(_instrument, order.Owner, 0, (byte)reason, (int)order.Terms.Bits);
        MarketEvent.WriteOrderRejected(ref _log.Next(), Now, facts, order.Quantity.Lots, order.Price.Ticks);
    }

    private void Reject(OrderRejection reason, OrderId id, Quantity quantity, Price price)
    {
        uint slot = _orders.Find(id.Value);
        int owner = slot == 0 ? NewOrder.NoOwner : _orders.Rows[slot].Owner;
        int reference = slot == 0 ? 0 : ReferenceOf(slot);
        MarketEvent.OrderFacts facts = new(_instrument, owner, id.Value, (byte)reason, reference);
        MarketEvent.WriteOrderRejected(ref _log.Next(), Now, facts, quantity.Lots, price.Ticks);
    }
}
