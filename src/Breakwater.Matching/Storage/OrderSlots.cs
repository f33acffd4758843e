using System.Runtime.CompilerServices;

namespace Breakwater.Matching;

/// <summary>The orders of a book in recycled slots. Slot 0 stands for none.</summary>
internal sealed unsafe class OrderSlots
{
    private Slab<OrderSlot> _places;
    private Slab<OrderDetail> _details;
    private uint _free;
    private uint _unused = 1;

    public OrderSlots(int capacity) => Grow(capacity);

    public OrderSlot* Rows { get; private set; }

    public OrderDetail* Details { get; private set; }

    public int Count { get; private set; }

    public int Capacity => _places.Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Take()
    {
        uint slot = _free != 0 ? _free : TakeUnused();
        _free = Rows[slot].Next;
        Count++;
        return slot;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Release(uint slot)
    {
        Rows[slot].Next = _free;
        _free = slot;
        Count--;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void FetchNeighbours(uint slot)
    {
        CacheLine.Fetch(Details + slot);
        CacheLine.Fetch(Rows + Rows[slot].Previous);
        CacheLine.Fetch(Rows + Rows[slot].Next);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private uint TakeUnused()
    {
        if (_unused == _places.Length)
        {
            Grow(_places.Length + 1);
        }

        return _unused++;
    }

    private void Grow(int capacity)
    {
        _places.GrowTo(capacity);
        _details.GrowTo(capacity);
        Rows = _places.Rows;
        Details = _details.Rows;
    }
}
