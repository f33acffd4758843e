namespace Breakwater.Matching;

/// <summary>The few orders that outlived the numbers around them, sorted by number.</summary>
internal sealed class ElderOrders
{
    private const int FirstCapacity = 16;
    private long[] _numbers = [];
    private uint[] _slots = [];
    private int _count;
    private int _gone;

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

    /// <returns>The slot, or 0.</returns>
    public uint Find(long number)
    {
        int index = Array.BinarySearch(_numbers, 0, _count, number);
        return index < 0 ? 0 : _slots[index];
    }

    public void Remove(long number)
    {
        _slots[Array.BinarySearch(_numbers, 0, _count, number)] = 0;
        _gone++;
    }

    private void MakeRoom()
    {
        if (_gone * 2 < _count || _count == 0)
        {
            int capacity = Math.Max(FirstCapacity, _count * 2);
            Array.Resize(ref _numbers, capacity);
            Array.Resize(ref _slots, capacity);
        }

        int kept = 0;
        for (int index = 0; index < _count; index++)
        {
            _numbers[kept] = _numbers[index];
            _slots[kept] = _slots[index];
            kept += _slots[index] != 0 ? 1 : 0;
        }

        _count = kept;
        _gone = 0;
    }
}
