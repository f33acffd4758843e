using System.Runtime.CompilerServices;
using Breakwater.Domain;

namespace Breakwater.Matching;

/// <summary>Where orders trade.</summary>
public sealed unsafe partial class OrderBook
{
    /// <param name="limit">The lowest rank at which the taker trades.</param>
    /// <returns>What is left of the taker.</returns>
    private int Match(PriceLadder makers, int limit, in Taker taker, int left)
    {
        OrderSlot* orders = _orders.Rows;
        Side makerSide = (Side)(1 - (int)taker.Terms.Side);
        MarketEvent.OrderFacts facts = Facts(taker, (byte)taker.Terms.Side);
        int guarded = taker.GuardedOwner;
        int last = _stops.PriceOf(PriceSource.Last);
        do
        {
            int rank = makers.Best;
            int price = Ranks.Of(makerSide, rank);
            Level* level = makers.LevelAt(rank);
            uint head = level->Head;
            do
            {
                OrderSlot* maker = orders + head;
                if (maker->Owner == guarded)
                {
                    level->Head = head;
                    left = MeetOwnOrder(level, price, taker, left);
                    head = level->Head;
                    continue;
                }

                if (IsLimited(maker->Terms))
                {
                    level->Head = head;
                    bool trades = ReduceFirst(level);
                    head = level->Head;
                    if (!trades)
                    {
                        continue;
                    }
                }

                CacheLine.Fetch(orders + maker->Next);
                int traded = Math.Min(left, maker->Quantity);
                int shows = maker->Quantity - traded;
                left -= traded;
                level->Quantity -= traded;
                maker->Quantity = shows;
                last = price;
                facts = facts with { Reference = shows };
                ref MarketEvent fill = ref _log.Next();
                MarketEvent.WriteOrderFilled(ref fill, Now, facts, maker->Owner, maker->Number, traded, price);
                if (shows != 0)
                {
                    break;
                }

                head = Exhaust(level, head);
            } while (left > 0 && head != 0 && !_takerStopped);

            LeaveLevel(makers, rank, level, head);
        } while (left > 0 && makers.Best >= limit && !_takerStopped);

        _stops.Set(PriceSource.Last, last);
        return left;
    }

    // The first order of a level shows nothing more: its next slice queues last, or it is gone.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Exhaust(Level* level, uint slot)
    {
        OrderSlot* order = _orders.Rows + slot;
        if (order->Attributes != 0)
        {
            return ExhaustWithAttributes(level, slot);
        }

        uint next = order->Next;
        if (order->Owner >= 0)
        {
            _owners.Remove(order->Owner, slot);
        }

        _orders.Release(slot);
        return next;
    }

    private uint ExhaustWithAttributes(Level* level, uint slot)
    {
        if (Replenish(level, slot))
        {
            return level->Head;
        }

        uint next = _orders.Rows[slot].Next;
        int owner = _orders.Rows[slot].Owner;
        if (owner >= 0)
        {
            _owners.Remove(owner, slot);
        }

        Forget(slot);
        return next;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void LeaveLevel(PriceLadder ladder, int rank, Level* level, uint head)
    {
        level->Head = head;
        if (head != 0)
        {
            _orders.Rows[head].Previous = 0;
            return;
        }

        level->Tail = 0;
        ladder.Close(rank);
    }

    private bool Replenish(Level* level, uint slot)
    {
        OrderSlot* order = _orders.Rows + slot;
        ref OrderAttributes attributes = ref _attributes[order->Attributes];
        int slice = Math.Min(attributes.Peak, attributes.Reserve);
        if (slice == 0)
        {
            return false;
        }

        attributes.Reserve -= slice;
        order->Quantity = slice;
        level->Quantity += slice;
        level->Head = order->Next != 0 ? order->Next : slot;
        if (order->Next != 0)
        {
            OrderQueues.AppendTo(level, _orders.Rows, slot);
        }

        MarketEvent.WriteOrderReplenished(
            ref _log.Next(),
            Now,
            Facts(slot, (byte)order->Terms.Side),
            slice,
            order->Price,
            attributes.Reserve
        );
        return true;
    }
}
