using System.Runtime.CompilerServices;

namespace Breakwater.Matching;

/// <summary>The orders of a book in recycled slots. Slot 0 stands for none.</summary>
/// <remarks>
/// Free slots lie on a stack of their own: linked through themselves, each would have to be read before the next could be
/// taken, behind the slow read that found the order which left it.
/// </remarks>
internal sealed unsafe class OrderSlots
{
    private Slab<OrderSlot> _slab;
    private Slab<uint> _free;
    private int _freeCount;
    private uint _unused = 1;

    public OrderSlots(int capacity) => Grow(capacity);

    public OrderSlot* Rows { get; private set; }

    public int Count => (int)_unused - 1 - _freeCount;

    public int Capacity => _slab.Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Take() => _freeCount != 0 ? _free.Rows[--_freeCount] : TakeUnused();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Release(uint slot)
    {
        Rows[slot].Vacate();
        _free.Rows[_freeCount++] = slot;
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
        _free.GrowTo(_slab.Length);
        Rows = _slab.Rows;
    }
}
