namespace Breakwater.Matching;

/// <summary>The few orders that outlived the numbers around them, sorted by number. Those that have ended since may be among them.</summary>
internal sealed unsafe class ElderOrders(OrderSlots orders)
{
    private const int FirstCapacity = 16;
    private long[] _numbers = [];
    private uint[] _slots = [];
    private int _count;

    /// <param name="number">Higher than any added before.</param>
    public void Add(long number, uint slot)
    {
        if (_count == _numbers.Length)
        {
            MakeRoom();
        }

        _numbers[_count] = number;
        _slots[_count++] = slot;
    }

    /// <returns>The slot that the number was given, or 0.</returns>
    public uint Find(long number)
    {
        int index = Array.BinarySearch(_numbers, 0, _count, number);
        return index < 0 ? 0 : _slots[index];
    }

    private void MakeRoom()
    {
        KeepOpen();
        if (_count * 2 >= _numbers.Length)
        {
            int capacity = Math.Max(FirstCapacity, _numbers.Length * 2);
            Array.Resize(ref _numbers, capacity);
            Array.Resize(ref _slots, capacity);
        }
    }

    private void KeepOpen()
    {
        int kept = 0;
        for (int index = 0; index < _count; index++)
        {
            _numbers[kept] = _numbers[index];
            _slots[kept] = _slots[index];
            kept += orders.Rows[_slots[index]].Number == _numbers[index] ? 1 : 0;
        }

        _count = kept;
    }
}
