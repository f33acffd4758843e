using System.Runtime.CompilerServices;

namespace Breakwater.Matching;

/// <summary>The orders of a book in recycled slots. Slot 0 stands for none.</summary>
internal sealed unsafe class OrderSlots
{
    private Slab<OrderSlot> _slab;
    private uint _free;
    private uint _unused = 1;

    public OrderSlots(int capacity) => Grow(capacity);

    public OrderSlot* Rows { get; private set; }

    public int Count { get; private set; }

    public int Capacity => _slab.Length;

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
        OrderSlot* released = Rows + slot;
        released->Vacate();
        released->Next = _free;
        _free = slot;
        Count--;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private uint TakeUnused()
    {
        if (_unused == _slab.Length)
        {
            Grow(_slab.Length + 1);
        }

        return _unused++;
    }

    private void Grow(int capacity)
    {
        _slab.GrowTo(capacity);
        Rows = _slab.Rows;
    }
}
