namespace Breakwater.Domain;

/// <summary>Reads a log as it is written, in batches, in order.</summary>
public interface IEventObserver
{
    /// <param name="events">Valid during the call only.</param>
    void Observe(ReadOnlySpan<MarketEvent> events);
}
