using System.Numerics;

namespace Breakwater.Matching;

/// <summary>Where the orders are that do not lie at home: a table with open addressing, at most half full.</summary>
/// <remarks>An order lies at the first free entry from the one that its number hashes to; one that leaves lets those behind it move up.</remarks>
internal sealed unsafe class DisplacedOrders
{
    private const int FirstCapacity = 16;

    // 2^64 over the golden ratio: numbers that differ by a multiple of the homes spread as others do.
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private Slab<Entry> _entries = new(FirstCapacity);
    private int _shift = ShiftOf(FirstCapacity);
    private int _count;

    public void Add(long number, uint slot)
    {
        if (2 * _count == _entries.Length)
        {
            Grow();
        }

        _count++;
        Put(new Entry(number, slot));
    }

    /// <returns>The slot, or 0.</returns>
    public uint Find(long number) => _entries.Rows[PlaceOf(number)].Slot;

    /// <param name="number">One that was added.</param>
    public void Remove(long number)
    {
        int hole = PlaceOf(number);
        _count--;
        for (int place = After(hole); _entries.Rows[place].Number != 0; place = After(place))
        {
            if (Distance(FirstOf(_entries.Rows[place].Number), place) >= Distance(hole, place))
            {
                _entries.Rows[hole] = _entries.Rows[place];
                hole = place;
            }
        }

        _entries.Rows[hole] = default;
    }

    public void Clear()
    {
        new Span<Entry>(_entries.Rows, _entries.Length).Clear();
        _count = 0;
    }

    // Of the number, or of the free entry where the search for it ends.
    private int PlaceOf(long number)
    {
        int place = FirstOf(number);
        while (_entries.Rows[place].Number != number && _entries.Rows[place].Number != 0)
        {
            place = After(place);
        }

        return place;
    }

    private void Put(Entry entry) => _entries.Rows[PlaceOf(entry.Number)] = entry;

    private int FirstOf(long number) => (int)(unchecked((ulong)number * Multiplier) >> _shift);

    private int After(int place) => (place + 1) & (_entries.Length - 1);

    private int Distance(int from, int to) => (to - from) & (_entries.Length - 1);

    private void Grow()
    {
        Slab<Entry> old = _entries;
        _entries = new Slab<Entry>(old.Length * 2);
        _shift = ShiftOf(_entries.Length);
        for (int place = 0; place < old.Length; place++)
        {
            if (old.Rows[place].Number != 0)
            {
                Put(old.Rows[place]);
            }
        }
    }

    private static int ShiftOf(int entries) => 64 - BitOperations.Log2((uint)entries);

    private readonly record struct Entry(long Number, uint Slot);
}
