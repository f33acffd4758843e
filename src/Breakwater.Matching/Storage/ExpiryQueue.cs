using Breakwater.Domain;

namespace Breakwater.Matching;

/// <summary>Orders by the instant at which they expire: a binary heap that knows each order's place, so that one can leave early.</summary>
internal sealed class ExpiryQueue(AttributeTable attributes)
{
    private const int FirstCapacity = 16;
    private Entry[] _heap = [];
    private int _count;
    private long _serial;

    /// <summary>The earliest expiry; <see cref="long.MaxValue"/> where there is none.</summary>
    public long EarliestNanoseconds => _count == 0 ? long.MaxValue : attributes[_heap[0].Row].ExpiresAt;

    /// <summary>Slot of the order that expires first. There must be one.</summary>
    public uint EarliestSlot => _heap[0].Slot;

    public void Add(uint slot, int row, Timestamp expiresAt)
    {
        if (_count == _heap.Length)
        {
            Array.Resize(ref _heap, Math.Max(FirstCapacity, _count * 2));
        }

        attributes[row].ExpiresAt = expiresAt.UnixNanoseconds;
        attributes[row].ExpirySerial = _serial++;
        Raise(_count++, new Entry(slot, row));
    }

    /// <summary>Does nothing for an order that is not in the queue.</summary>
    public void Remove(int row)
    {
        int place = attributes[row].ExpiryPlace - 1;
        if (place < 0)
        {
            return;
        }

        attributes[row].ExpiryPlace = 0;
        Entry last = _heap[--_count];
        if (place == _count)
        {
            return;
        }

        if (place > 0 && Precedes(last.Row, _heap[(place - 1) / 2].Row))
        {
            Raise(place, last);
        }
        else
        {
            Lower(place, last);
        }
    }

    private void Raise(int place, Entry entry)
    {
        while (place > 0 && Precedes(entry.Row, _heap[(place - 1) / 2].Row))
        {
            Put(place, _heap[(place - 1) / 2]);
            place = (place - 1) / 2;
        }

        Put(place, entry);
    }

    private void Lower(int place, Entry entry)
    {
        for (int child = (2 * place) + 1; child < _count; child = (2 * place) + 1)
        {
            if (child + 1 < _count && Precedes(_heap[child + 1].Row, _heap[child].Row))
            {
                child++;
            }

            if (!Precedes(_heap[child].Row, entry.Row))
            {
                break;
            }

            Put(place, _heap[child]);
            place = child;
        }

        Put(place, entry);
    }

    private void Put(int place, Entry entry)
    {
        _heap[place] = entry;
        attributes[entry.Row].ExpiryPlace = place + 1;
    }

    private bool Precedes(int left, int right)
    {
        ref OrderAttributes a = ref attributes[left];
        ref OrderAttributes b = ref attributes[right];
        return a.ExpiresAt != b.ExpiresAt ? a.ExpiresAt < b.ExpiresAt : a.ExpirySerial < b.ExpirySerial;
    }

    private readonly record struct Entry(uint Slot, int Row);
}
