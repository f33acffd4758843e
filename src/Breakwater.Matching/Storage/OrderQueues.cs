using System.Runtime.CompilerServices;

namespace Breakwater.Matching;

/// <summary>Queueing at a level: what book sides and stop ladders share.</summary>
/// <remarks>
/// Whether an order has neighbours is beyond prediction, and in a deep book would be known late. So nothing branches on it:
/// slot 0, which stands for none, takes the links that nobody has.
/// </remarks>
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
        orders[last].Next = slot;
        uint head = level->Head;
        level->Head = last == 0 ? slot : head;
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
        orders[previous].Next = next;
        orders[next].Previous = previous;
        uint head = level->Head;
        uint tail = level->Tail;
        head = previous == 0 ? next : head;
        tail = next == 0 ? previous : tail;
        level->Head = head;
        level->Tail = tail;
    }
}
