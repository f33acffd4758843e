using System.Runtime.CompilerServices;

namespace Breakwater.Matching;

/// <summary>Queueing at a level: what book sides and stop ladders share.</summary>
internal static unsafe class OrderQueues
{
    /// <summary>Puts the order last at the rank.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Append(this PriceLadder ladder, int rank, OrderSlot* orders, uint slot)
    {
        Level* level = ladder.Open(rank);
        level->Quantity += orders[slot].Quantity;
        AppendTo(level, orders, slot);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AppendTo(Level* level, OrderSlot* orders, uint slot)
    {
        uint last = level->Tail;
        orders[slot].Next = 0;
        orders[slot].Previous = last;
        level->Tail = slot;
        if (last != 0)
        {
            orders[last].Next = slot;
        }
        else
        {
            level->Head = slot;
        }
    }

    /// <summary>Takes the order from wherever it stands in the queue at the rank.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Remove(this PriceLadder ladder, int rank, OrderSlot* orders, uint slot)
    {
        Level* level = ladder.LevelAt(rank);
        OrderSlot* order = orders + slot;
        level->Quantity -= order->Quantity;
        Unlink(level, orders, order->Previous, order->Next);
        if (level->Head == 0)
        {
            ladder.Close(rank);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Unlink(Level* level, OrderSlot* orders, uint previous, uint next)
    {
        if (previous != 0)
        {
            orders[previous].Next = next;
        }
        else
        {
            level->Head = next;
        }

        if (next != 0)
        {
            orders[next].Previous = previous;
        }
        else
        {
            level->Tail = previous;
        }
    }
}
