namespace Breakwater.Simulation;

/// <summary>Triggers in order, each to be taken once in a path.</summary>
internal sealed class TriggerList
{
    private readonly List<Trigger> _triggers = [];
    private int _next;

    public void Add(Trigger trigger) => _triggers.Add(trigger);

    public void Sort() => _triggers.Sort();

    public void Reset() => _next = 0;

    /// <summary>The trigger that is so many behind the next one.</summary>
    public bool TryPeek(int behind, out Trigger trigger)
    {
        bool isThere = _next + behind < _triggers.Count;
        trigger = isThere ? _triggers[_next + behind] : default;
        return isThere;
    }

    /// <summary>Takes the next trigger if an order has reached it.</summary>
    public bool TryTake(long order, out Trigger trigger)
    {
        bool reached = _next < _triggers.Count && _triggers[_next].Order <= order;
        trigger = reached ? _triggers[_next++] : default;
        return reached;
    }
}
