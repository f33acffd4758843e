using Breakwater.Domain;
using Breakwater.Matching;

namespace Breakwater.Lab;

/// <summary>The engine's order book, as a model of one asset with no unit uses it: nobody reads its events.</summary>
internal static class ModelBook
{
    private static readonly Instrument s_instrument = new(default, "MODEL", Currency.Usdt, 0.01m, 0.0001m);

    public static OrderBook Create(BookRules rules) => new(s_instrument, rules, new EventLog(new Unread()));

    private sealed class Unread : IEventObserver
    {
        public void Observe(ReadOnlySpan<MarketEvent> events) { }
    }
}
