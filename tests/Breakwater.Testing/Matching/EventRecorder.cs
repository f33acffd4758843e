using Breakwater.Domain;

namespace Breakwater.Testing.Matching;

/// <summary>Keeps the events of the last command.</summary>
public sealed class EventRecorder : IEventObserver
{
    private readonly List<MarketEvent> _events = [];

    public EventRecorder() => Log = new EventLog(this);

    public EventLog Log { get; }

    public void Observe(ReadOnlySpan<MarketEvent> events) => _events.AddRange(events);

    /// <summary>What was written since the last call.</summary>
    public IReadOnlyList<MarketEvent> Take()
    {
        Log.Flush();
        MarketEvent[] taken = [.. _events];
        _events.Clear();
        return taken;
    }
}
