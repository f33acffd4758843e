using Breakwater.Domain;

namespace Breakwater.Testing;

/// <summary>Keeps all events that it is shown.</summary>
public sealed class RecordedEvents : IEventObserver
{
    private readonly List<MarketEvent> _events = [];

    public IReadOnlyList<MarketEvent> All => _events;

    public void Observe(ReadOnlySpan<MarketEvent> events) => _events.AddRange(events);

    /// <summary>Forgets them.</summary>
    public void Clear() => _events.Clear();
}
