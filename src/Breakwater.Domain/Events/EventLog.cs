namespace Breakwater.Domain;

/// <summary>Numbers events and hands them to an observer in batches. Allocates only at construction.</summary>
public sealed class EventLog
{
    private readonly IEventObserver _observer;
    private readonly MarketEvent[] _batch;
    private int _count;

    /// <param name="capacity">Events in a batch; positive.</param>
    public EventLog(IEventObserver observer, int capacity = 4096)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _observer = observer;
        _batch = new MarketEvent[capacity];
    }

    /// <summary>The number that the next event will carry.</summary>
    public long NextSequence { get; private set; }

    public void Write(in MarketEvent fact)
    {
        if (_count == _batch.Length)
        {
            Flush();
        }

        _batch[_count++] = fact with { Sequence = NextSequence++ };
    }

    /// <summary>Hands over what waits. A caller that reads its observer's totals calls this first.</summary>
    public void Flush()
    {
        int count = _count;
        _count = 0;
        _observer.Observe(_batch.AsSpan(0, count));
    }
}
