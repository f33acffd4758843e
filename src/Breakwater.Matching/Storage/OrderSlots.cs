using System.Runtime.CompilerServices;
using Breakwater.Domain;

namespace Breakwater.Matching;

/// <summary>The orders of a book in recycled slots.</summary>
/// <remarks>
/// An order's number is its slot in the lower half and the slot's generation in the upper, so that finding an order is one
/// comparison and memory follows the open orders, not all that ever were. The generation steps when a slot is taken and
/// when it is released: the number of a gone order matches nothing until its slot has been used two billion times more.
/// </remarks>
internal sealed unsafe class OrderSlots
{
    private Slab<OrderSlot> _slab;
    private uint _free;
    private uint _unused = 1;

    public OrderSlots(int capacity)
    {
        _slab = new Slab<OrderSlot>(capacity);
        Rows = _slab.Rows;
    }

    public OrderSlot* Rows { get; private set; }

    public uint Count { get; private set; }

    public int Capacity => _slab.Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Take()
    {
        unchecked
        {
            uint slot = _free != 0 ? _free : TakeUnused();
            OrderSlot* row = Rows + slot;
            _free = row->Next;
            row->Generation++;
            Count++;
            return slot;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Release(uint slot)
    {
        unchecked
        {
            OrderSlot* row = Rows + slot;
            row->Next = _free;
            row->Generation++;
            _free = slot;
            Count--;
        }
    }

    /// <returns>The slot, or 0 where no open order has the number.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Find(OrderId id)
    {
        unchecked
        {
            uint slot = (uint)id.Value;
            uint generation = (uint)(id.Value >> 32);
            return slot < _unused && Rows[slot].Generation == generation && (generation & 1) != 0 ? slot : 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long NumberOf(uint slot)
    {
        unchecked
        {
            return (long)(((ulong)Rows[slot].Generation << 32) | slot);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private uint TakeUnused()
    {
        if (_unused == _slab.Length)
        {
            _slab.GrowTo(_slab.Length + 1);
            Rows = _slab.Rows;
        }

        return _unused++;
    }
}
