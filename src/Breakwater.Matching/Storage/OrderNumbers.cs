using System.Numerics;
using System.Runtime.CompilerServices;

namespace Breakwater.Matching;

/// <summary>Which slot holds the order of a number. Numbers count from 1 and are never used twice.</summary>
/// <remarks>
/// A ring covers the most recent numbers; an order is found in it by one read. When the ring is full of numbers whose orders
/// are nearly all gone, the survivors of its older half move to a short list sorted by number; when they are many, the ring
/// doubles. Memory so follows the open orders, not all that ever were.
/// </remarks>
internal sealed unsafe class OrderNumbers
{
    private const int FirstCapacity = 1024;

    // The ring doubles while more than one in this many of its numbers is of an open order.
    private const int Sparsity = 4;

    private readonly ElderOrders _elders = new();
    private Slab<uint> _ring;
    private long _oldest = 1;
    private long _next = 1;

    /// <param name="orders">Open orders for which there is room without growing.</param>
    public OrderNumbers(int orders) =>
        _ring = new Slab<uint>(Math.Max(FirstCapacity, (int)BitOperations.RoundUpToPowerOf2((uint)orders) * Sparsity));

    /// <param name="open">How many orders are open.</param>
    /// <returns>The number of the order in the slot from now on.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Assign(uint slot, int open)
    {
        if (_next - _oldest == _ring.Length)
        {
            MakeRoom(open);
        }

        EntryOf(_next) = slot;
        return _next++;
    }

    /// <returns>The slot, or 0 where no open order has the number.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Find(long number) =>
        (ulong)(number - _oldest) < (ulong)(_next - _oldest) ? EntryOf(number) : _elders.Find(number);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Retire(long number)
    {
        if (number >= _oldest)
        {
            EntryOf(number) = 0;
        }
        else
        {
            _elders.Remove(number);
        }
    }

    /// <summary>Retiring the number is near.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fetch(long number) => CacheLine.Fetch(_ring.Rows + (number & (_ring.Length - 1)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref uint EntryOf(long number) => ref _ring.Rows[number & (_ring.Length - 1)];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void MakeRoom(int open)
    {
        if (open > _ring.Length / Sparsity)
        {
            Double();
            return;
        }

        for (long end = _oldest + (_ring.Length / 2); _oldest < end; _oldest++)
        {
            if (EntryOf(_oldest) != 0)
            {
                _elders.Add(_oldest, EntryOf(_oldest));
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
