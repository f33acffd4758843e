using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>Who acts when: the earliest first, and at equal times in the order in which it was planned.</summary>
/// <remarks>A binary heap of plain rows: planning and taking allocate nothing once it has grown.</remarks>
public sealed class EventQueue
{
    private Wake[] _heap = new Wake[256];
    private long _planned;

    public int Count { get; private set; }

    /// <param name="actor">Whose number <see cref="TryTakeNext"/> gives back.</param>
    public void Plan(Timestamp time, int actor)
    {
        if (Count == _heap.Length)
        {
            Array.Resize(ref _heap, Count * 2);
        }

        Raise(Count++, new Wake(time.UnixNanoseconds, _planned++, actor));
    }

    /// <returns>False when nothing is left.</returns>
    public bool TryTakeNext(out Timestamp time, out int actor)
    {
        if (Count == 0)
        {
            (time, actor) = (default, 0);
            return false;
        }

        Wake first = _heap[0];
        (time, actor) = (Timestamp.FromUnixNanoseconds(first.Time), first.Actor);
        Wake last = _heap[--Count];
        if (Count > 0)
        {
            Sink(last);
        }

        return true;
    }

    public void Clear()
    {
        Count = 0;
        _planned = 0;
    }

    private void Raise(int place, Wake wake)
    {
        while (place > 0 && wake.Precedes(_heap[(place - 1) / 2]))
        {
            _heap[place] = _heap[(place - 1) / 2];
            place = (place - 1) / 2;
        }

        _heap[place] = wake;
    }

    private void Sink(Wake wake)
    {
        int place = 0;
        int child = 1;
        while (child < Count)
        {
            if (child + 1 < Count && _heap[child + 1].Precedes(_heap[child]))
            {
                child++;
            }

            if (!_heap[child].Precedes(wake))
            {
                break;
            }

            _heap[place] = _heap[child];
            place = child;
            child = place * 2 + 1;
        }

        _heap[place] = wake;
    }

    private readonly record struct Wake(long Time, long Sequence, int Actor)
    {
        public bool Precedes(in Wake other) => Time != other.Time ? Time < other.Time : Sequence < other.Sequence;
    }
}
