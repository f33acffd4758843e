using System.Numerics;
using System.Runtime.CompilerServices;

namespace Breakwater.Matching;

/// <summary>Which slot holds the order of a number. Numbers count from 1 and are never used twice.</summary>
/// <remarks>
/// A ring covers the most recent numbers; an order is found in it by one read. Whether the order is still there, its slot
/// says: nothing is written here when an order ends. When the ring is full of numbers whose orders are nearly all gone, the
/// survivors of its older half move to a short list sorted by number; when they are many, the ring doubles. Memory so
/// follows the open orders, not all that ever were.
/// </remarks>
internal sealed unsafe class OrderNumbers
{
    private const int FirstCapacity = 1024;

    // The ring doubles while more than one in this many of its numbers is of an open order.
    private const int Sparsity = 4;

    private readonly OrderSlots _orders;
    private readonly ElderOrders _elders;
    private Slab<uint> _ring;
    private long _oldest = 1;
    private long _next = 1;

    // What was last looked for: who amends an order asks for it first.
    private (long Number, uint Slot) _last;

    public OrderNumbers(OrderSlots orders, int capacity)
    {
        _orders = orders;
        _elders = new ElderOrders(orders);
        int room = (int)BitOperations.RoundUpToPowerOf2((uint)capacity) * Sparsity;
        _ring = new Slab<uint>(Math.Max(FirstCapacity, room));
    }

    /// <returns>A new number. Its order need not take a slot.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Issue()
    {
        if (_next - _oldest == _ring.Length)
        {
            MakeRoom();
        }

        return _next++;
    }

    /// <param name="number">The one that was issued last.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Place(long number, uint slot) => EntryOf(number) = slot;

    /// <returns>The slot, or 0 where no open order has the number.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Find(long number)
    {
        if (number != _last.Number)
        {
            _last = (number, SlotOf(number));
        }

        return _orders.Rows[_last.Slot].Number == number ? _last.Slot : 0;
    }

    /// <returns>The slot that the number was given, if any. It may hold another order by now.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint SlotOf(long number) =>
        (ulong)(number - _oldest) < (ulong)(_next - _oldest) ? EntryOf(number) : _elders.Find(number);

    /// <returns>The same for one of the recent numbers; 0 for any other.</returns>
    public uint RecentSlotOf(long number) => (ulong)(number - _oldest) < (ulong)(_next - _oldest) ? EntryOf(number) : 0;

    /// <summary>Brings what <see cref="SlotOf"/> would read closer.</summary>
    public void Fetch(long number) => CacheLine.Fetch(_ring.Rows + (number & (_ring.Length - 1)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref uint EntryOf(long number) => ref _ring.Rows[number & (_ring.Length - 1)];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void MakeRoom()
    {
        if (_orders.Count > _ring.Length / Sparsity)
        {
            Double();
            return;
        }

        for (long end = _oldest + (_ring.Length / 2); _oldest < end; _oldest++)
        {
            uint slot = EntryOf(_oldest);
            if (_orders.Rows[slot].Number == _oldest)
            {
                _elders.Add(_oldest, slot);
            }
        }
    }

    private void Double()
    {
        Slab<uint> larger = new(_ring.Length * 2);
        for (long number = _oldest; number < _next; number++)
        {
            larger.Rows[number & (larger.Length - 1)] = EntryOf(number);
        }

        _ring = larger;
    }
}
