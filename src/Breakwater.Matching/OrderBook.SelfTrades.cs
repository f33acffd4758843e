using Breakwater.Domain;

namespace Breakwater.Matching;

/// <summary>Where an order meets one of its own owner.</summary>
public sealed unsafe partial class OrderBook
{
    // The maker is first in its level. Its level's head is right afterwards, zero where the level is empty.
    private int MeetOwnOrder(Level* level, int price, in Taker taker, int left)
    {
        SelfTradePrevention mode = taker.Terms.SelfTrade;
        if (mode == SelfTradePrevention.Decrement)
        {
            return Decrement(level, price, taker, left);
        }

        if (mode is SelfTradePrevention.CancelMaker or SelfTradePrevention.CancelBoth)
        {
            CancelFirst(level, CancelReason.SelfTrade);
        }

        _takerStopped = mode is SelfTradePrevention.CancelTaker or SelfTradePrevention.CancelBoth;
        return left;
    }

    private int Decrement(Level* level, int price, in Taker taker, int left)
    {
        uint head = level->Head;
        OrderSlot* maker = _orders.Rows + head;
        int reduced = Math.Min(left, maker->Quantity);
        maker->Quantity -= reduced;
        level->Quantity -= reduced;
        MarketEvent.WriteOrderDecremented(
            ref _log.Next(),
            Now,
            Facts(taker, (byte)taker.Terms.Side) with
            {
                Reference = maker->Quantity,
            },
            _orders.Rows[head].Owner,
            _orders.Rows[head].Number,
            reduced,
            price
        );
        level->Head = maker->Quantity == 0 ? Exhaust(level, head) : head;
        return left - reduced;
    }

    private void CancelFirst(Level* level, CancelReason reason)
    {
        uint slot = level->Head;
        OrderSlot* maker = _orders.Rows + slot;
        WriteCancelled(slot, OpenQuantity(slot), reason);
        level->Quantity -= maker->Quantity;
        level->Head = maker->Next;
        if (maker->Owner >= 0)
        {
            _owners.Remove(maker->Owner, slot);
        }

        Forget(slot);
    }
}
