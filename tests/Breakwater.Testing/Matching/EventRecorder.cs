using Breakwater.Domain;

namespace Breakwater.Testing.Matching;

/// <summary>Keeps the events of the last command, and what they make of the owners' positions.</summary>
public sealed class EventRecorder : IEventObserver
{
    private readonly List<MarketEvent> _events = [];

    public EventRecorder()
    {
        Log = new EventLog(this);
        Holdings = new Holdings(Log);
    }

    public EventLog Log { get; }

    public Holdings Holdings { get; }

    public void Observe(ReadOnlySpan<MarketEvent> events)
    {
        foreach (ref readonly MarketEvent fact in events)
        {
            Holdings.Apply(fact);
            _events.Add(fact);
        }
    }

    /// <summary>What was written since the last call.</summary>
    public IReadOnlyList<MarketEvent> Take()
    {
        Log.Flush();
        MarketEvent[] taken = [.. _events];
        _events.Clear();
        return taken;
    }
}
