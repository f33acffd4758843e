using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>What is to happen when: earlier first, and at equal times in the order in which it was planned.</summary>
public sealed class Schedule<TAction>
{
    private readonly PriorityQueue<TAction, (Timestamp Time, long Sequence)> _queue = new();
    private long _sequence;

    public void Plan(Timestamp time, TAction action) => _queue.Enqueue(action, (time, _sequence++));

    /// <returns>False when nothing is left.</returns>
    public bool TryTakeNext(out Timestamp time, out TAction action)
    {
        bool any = _queue.TryDequeue(out TAction? next, out (Timestamp Time, long Sequence) key);
        (time, action) = (key.Time, next!);
        return any;
    }
}
