namespace Breakwater.Matching;

/// <summary>The side table of rare attributes, in recycled rows. Row 0 stands for none.</summary>
internal sealed unsafe class AttributeTable
{
    private const int FirstCapacity = 16;
    private Slab<OrderAttributes> _slab;
    private int _free;
    private int _unused = 1;

    public ref OrderAttributes this[int row] => ref _slab.Rows[row];

    /// <returns>A row of zeros.</returns>
    public int Take()
    {
        if (_free == 0)
        {
            return TakeUnused();
        }

        int row = _free;
        _free = _slab.Rows[row].Peak;
        _slab.Rows[row] = default;
        return row;
    }

    public void Release(int row)
    {
        _slab.Rows[row].Peak = _free;
        _free = row;
    }

    private int TakeUnused()
    {
        if (_unused >= _slab.Length)
        {
            _slab.GrowTo(Math.Max(FirstCapacity, _unused + 1));
        }

        return _unused++;
    }
}
