using System.Runtime.CompilerServices;
using Breakwater.Domain;

namespace Breakwater.Matching;

/// <summary>Where orders trade.</summary>
public sealed unsafe partial class OrderBook
{
    private const int Nobody = int.MinValue;

    /// <param name="limit">The lowest rank at which the taker trades.</param>
    /// <returns>What is left of the taker.</returns>
    private int Match(PriceLadder makers, Side makerSide, int limit, uint takerSlot, int left)
    {
        OrderSlot* orders = _orders.Rows;
        MarketEvent.OrderFacts taker = Facts(takerSlot, (byte)(1 - (int)makerSide));
        int guarded = GuardedOwner(takerSlot);
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
                if (_orders.Details[head].Owner == guarded)
                {
                    level->Head = head;
                    left = MeetOwnOrder(level, price, takerSlot, left);
                    head = level->Head;
                    continue;
                }

                if (IsLimited(_orders.Details[head].Terms))
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
                _numbers.Fetch(_orders.Details[head].Number);
                int traded = Math.Min(left, maker->Quantity);
                int shows = maker->Quantity - traded;
                left -= traded;
                level->Quantity -= traded;
                maker->Quantity = shows;
                last = price;
                MarketEvent.WriteOrderFilled(
                    ref _log.Next(),
                    Now,
                    taker with
                    {
                        Reference = shows,
                    },
                    _orders.Details[head].Owner,
                    _orders.Details[head].Number,
                    traded,
                    price
                );
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
        OrderDetail* detail = _orders.Details + slot;
        if (detail->Attributes != 0)
        {
            return ExhaustWithAttributes(level, slot);
        }

        uint next = _orders.Rows[slot].Next;
        if (detail->Owner >= 0)
        {
            _owners.Remove(detail->Owner, slot);
        }

        _numbers.Retire(detail->Number);
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
        int owner = _orders.Details[slot].Owner;
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
        ref OrderAttributes attributes = ref _attributes[_orders.Details[slot].Attributes];
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
            Facts(slot, (byte)_orders.Details[slot].Terms.Side),
            slice,
            order->Price,
            attributes.Reserve
        );
        return true;
    }
}
