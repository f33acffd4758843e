using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Breakwater.Domain;

/// <summary>Numbers events and hands them to an observer in batches. Allocates only at construction.</summary>
public sealed class EventLog
{
    private readonly IEventObserver _observer;
    private readonly MarketEvent[] _batch;
    private long _flushed;
    private int _count;

    /// <param name="capacity">Events in a batch; positive.</param>
    public EventLog(IEventObserver observer, int capacity = 4096)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _observer = observer;
        _batch = new MarketEvent[capacity];
    }

    /// <summary>The number that the next event will carry.</summary>
    public long NextSequence => _flushed + _count;

    public void Write(in MarketEvent fact) => MarketEvent.CopyAllButNumber(fact, ref Next());

    /// <summary>The next event's place in the batch, its number already in it. The caller fills every other field.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref MarketEvent Next()
    {
        MarketEvent[] batch = _batch;
        int count = _count;
        if (count == batch.Length)
        {
            Flush();
            count = _count;
        }
        unchecked
        {
            _count = count + 1;
            ref MarketEvent slot = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(batch), count);
            MarketEvent.Number(ref slot, _flushed + count);
            return ref slot;
        }
    }

    /// <summary>Goes on numbering from an earlier event, as a log that returns to a saved state does. What waits is dropped.</summary>
    public void Rewind(long nextSequence)
    {
        _count = 0;
        _flushed = nextSequence;
    }

    /// <summary>Hands over what waits. A caller that reads its observer's totals calls this first.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Flush()
    {
        int count = _count;
        _count = 0;
        _flushed += count;
        _observer.Observe(_batch.AsSpan(0, count));
    }
}
