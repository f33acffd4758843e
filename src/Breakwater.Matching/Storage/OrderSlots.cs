using System.Numerics;
using System.Runtime.CompilerServices;

namespace Breakwater.Matching;

/// <summary>The open orders of a book, found by number. Slot 0 stands for none.</summary>
/// <remarks>
/// Numbers count from 1 and are never used twice. Each has a home among the slots, in turn, so that an order is found by one
/// read, its own. An order whose home still holds an older one lies in a spare slot and is looked up
/// (<see cref="DisplacedOrders"/>). There are at least four homes to an open order, so that at most one in four is displaced;
/// new orders fill slots one after the other, which are fetched before they are needed. Memory follows the most orders that
/// were ever open, not all that ever were.
/// <code>
/// slot       0        1 ... homes            homes + 1 ... homes + homes / 4
///            none     number % homes + 1     spare
/// </code>
/// </remarks>
internal sealed unsafe class OrderSlots
{
    private const int HomesPerOrder = 4;
    private const int FetchedAhead = 8;

    private readonly DisplacedOrders _displaced = new();
    private Slab<OrderSlot> _slab;
    private Slab<uint> _spare;
    private int _spareCount;
    private long _issued;
    private long _mask;

    /// <param name="capacity">Orders for which there is room without growing; positive.</param>
    public OrderSlots(int capacity) => SetHomes(HomesPerOrder * (int)BitOperations.RoundUpToPowerOf2((uint)capacity));

    public OrderSlot* Rows { get; private set; }

    /// <summary>Open orders.</summary>
    public int Count { get; private set; }

    /// <summary>How many may be open before the slots grow.</summary>
    public int Capacity { get; private set; }

    /// <summary>One more than the highest slot there is.</summary>
    public int Slots => _slab.Length;

    /// <returns>A new number. Its order need not take a slot.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Issue() => ++_issued;

    /// <summary>Makes an order open. <see cref="Rows"/> may move.</summary>
    /// <returns>An empty slot, in which the caller puts the order of this number.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Take(long number)
    {
        if (Count == Capacity)
        {
            Grow();
        }

        Count++;
        uint home = HomeOf(number);
        CacheLine.Fetch(Rows + HomeOf(number + FetchedAhead));
        return Rows[home].Number == 0 ? home : TakeSpare(number);
    }

    /// <returns>The slot, or 0 where no open order has the number.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Find(long number)
    {
        uint home = HomeOf(number);
        return Rows[home].Number == number && number != 0 ? home : _displaced.Find(number);
    }

    /// <returns>Where the order of this number lies, unless an older one lies there.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint HomeOf(long number) => (uint)(number & _mask) + 1;

    /// <summary>The order is no longer open: from here on nobody finds it by its number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Release(uint slot)
    {
        long number = Rows[slot].Number;
        Rows[slot].Vacate();
        Count--;
        if (slot != HomeOf(number))
        {
            ReleaseDisplaced(number, slot);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private uint TakeSpare(long number)
    {
        uint slot = _spare.Rows[--_spareCount];
        _displaced.Add(number, slot);
        return slot;
    }

    // A slot that was spare before the homes grew is a home now.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ReleaseDisplaced(long number, uint slot)
    {
        _displaced.Remove(number);
        if (slot > _mask + 1)
        {
            _spare.Rows[_spareCount++] = slot;
        }
    }

    // Orders stay in their slots, of which half are no longer their homes.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow()
    {
        int end = Slots;
        SetHomes(checked(2 * (int)(_mask + 1)));
        _displaced.Clear();
        for (uint slot = 1; slot < end; slot++)
        {
            long number = Rows[slot].Number;
            if (number != 0 && slot != HomeOf(number))
            {
                _displaced.Add(number, slot);
            }
        }
    }

    private void SetHomes(int homes)
    {
        _mask = homes - 1;
        Capacity = homes / HomesPerOrder;
        _slab.GrowTo(homes + Capacity + 1);
        _spare = new Slab<uint>(Capacity);
        for (_spareCount = 0; _spareCount < Capacity; _spareCount++)
        {
            _spare.Rows[_spareCount] = (uint)(homes + Capacity - _spareCount);
        }

        Rows = _slab.Rows;
    }
}
