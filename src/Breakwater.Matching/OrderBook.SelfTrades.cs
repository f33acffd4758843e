using Breakwater.Domain;

namespace Breakwater.Matching;

/// <summary>Where an order meets one of its own owner, and whether one can be filled in full.</summary>
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
        _owners.Remove(_orders.Rows[slot].Owner, slot);
        Forget(slot);
    }

    private bool CanFill(PriceLadder makers, int limit, in Taker taker, int quantity)
    {
        int guarded = taker.GuardedOwner;
        bool skipsOwn = taker.Terms.SelfTrade == SelfTradePrevention.CancelMaker;
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
            bool own = _orders.Rows[slot].Owner == guarded;
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
