using Breakwater.Domain;

namespace Breakwater.Matching;

/// <summary>Where an order meets one of its own owner, and whether one can be filled in full.</summary>
public sealed unsafe partial class OrderBook
{
    private int GuardedOwner(uint slot)
    {
        OrderDetail* order = _orders.Details + slot;
        bool guarded = order->Owner >= 0 && order->Terms.SelfTrade != SelfTradePrevention.Allow;
        return guarded ? order->Owner : Nobody;
    }

    // The maker is first in its level. Its level's head is right afterwards, zero where the level is empty.
    private int MeetOwnOrder(Level* level, int price, uint takerSlot, int left)
    {
        SelfTradePrevention mode = _orders.Details[takerSlot].Terms.SelfTrade;
        if (mode == SelfTradePrevention.Decrement)
        {
            return Decrement(level, price, takerSlot, left);
        }

        if (mode is SelfTradePrevention.CancelMaker or SelfTradePrevention.CancelBoth)
        {
            CancelFirst(level, CancelReason.SelfTrade);
        }

        _takerStopped = mode is SelfTradePrevention.CancelTaker or SelfTradePrevention.CancelBoth;
        return left;
    }

    private int Decrement(Level* level, int price, uint takerSlot, int left)
    {
        uint head = level->Head;
        OrderSlot* maker = _orders.Rows + head;
        int reduced = Math.Min(left, maker->Quantity);
        maker->Quantity -= reduced;
        level->Quantity -= reduced;
        MarketEvent.WriteOrderDecremented(
            ref _log.Next(),
            Now,
            Facts(takerSlot, (byte)_orders.Details[takerSlot].Terms.Side, maker->Quantity),
            _orders.Details[head].Owner,
            _orders.Details[head].Number,
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
        _owners.Remove(_orders.Details[slot].Owner, slot);
        Forget(slot);
    }

    private bool CanFill(PriceLadder makers, int limit, uint takerSlot, int quantity)
    {
        OrderTerms terms = _orders.Details[takerSlot].Terms;
        int guarded = GuardedOwner(takerSlot);
        bool skipsOwn = terms.SelfTrade == SelfTradePrevention.CancelMaker;
        long found = 0;
        for (int rank = makers.Best; rank >= limit && rank != PriceLadder.NoRank; rank = makers.Below(rank))
        {
            found += Takeable(makers.LevelAt(rank), guarded, skipsOwn, out bool stopped);
            if (found >= quantity || stopped)
            {
                break;
            }
        }

        return found >= quantity;
    }

    // Before an own order that stops the taker come only the slices shown ahead of it: later slices queue behind it.
    private long Takeable(Level* level, int guarded, bool skipsOwn, out bool stopped)
    {
        long shown = 0;
        long hidden = 0;
        stopped = false;
        for (uint slot = level->Head; slot != 0; slot = _orders.Rows[slot].Next)
        {
            bool own = _orders.Details[slot].Owner == guarded;
            if (own && !skipsOwn)
            {
                stopped = true;
                return shown;
            }

            shown += own ? 0 : _orders.Rows[slot].Quantity;
            hidden += own ? 0 : OpenQuantity(slot) - _orders.Rows[slot].Quantity;
        }

        return shown + hidden;
    }
}
