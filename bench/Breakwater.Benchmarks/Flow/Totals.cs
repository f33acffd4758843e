using Breakwater.Domain;

namespace Breakwater.Benchmarks.Flow;

/// <summary>Folds the fills of a log.</summary>
internal sealed class Totals : IEventObserver
{
    public long Trades { get; private set; }

    public long Volume { get; private set; }

    public long Notional { get; private set; }

    public long Events { get; private set; }

    public void Observe(ReadOnlySpan<MarketEvent> events)
    {
        Events += events.Length;
        foreach (ref readonly MarketEvent fact in events)
        {
            if (fact.Kind == EventKind.OrderFilled)
            {
                Trades++;
                Volume += fact.Quantity.Lots;
                Notional += fact.Quantity.Lots * fact.Price.Ticks;
            }
        }
    }
}
