using Breakwater.Domain;

namespace Breakwater.Benchmarks.Flow;

/// <summary>Reads nothing: the events stay in the ring until they are overwritten.</summary>
internal sealed class Discard : IEventObserver
{
    public void Observe(ReadOnlySpan<MarketEvent> events) { }
}
