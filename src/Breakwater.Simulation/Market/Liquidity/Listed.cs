using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Matching;

namespace Breakwater.Simulation;

/// <summary>One instrument's book at its venue, in dollars and logarithms as well as in lots and ticks.</summary>
/// <param name="priceAtStart">Dollars.</param>
internal sealed class Listed(Venue venue, Instrument instrument, double priceAtStart)
{
    private readonly double _tick = (double)instrument.TickSize;

    public Venue Venue => venue;

    public InstrumentId Id => instrument.Id;

    public double PriceAtStart => priceAtStart;

    public LotScale Lots { get; } = new(instrument);

    /// <summary>A venue that returns to its start opens its books anew.</summary>
    public OrderBook Book => venue.BookOf(instrument.Id);

    public double PriceOf(double logarithm) => priceAtStart * PortableMath.Exp(logarithm);

    public double LogarithmOf(double dollars) => PortableMath.Log(dollars / priceAtStart);

    public double DollarsOf(long ticks) => ticks * _tick;

    /// <inheritdoc cref="TickGrid.NoBetter"/>
    public long TicksAt(double dollars, Side side) => TickGrid.NoBetter(dollars, _tick, side);

    /// <summary>Whole lots for so many dollars at a price.</summary>
    public long LotsFor(double dollars, double price) =>
        (long)Math.Min(Lots.LotsForDollars(dollars, price), BookRules.HighestQuantity);

    /// <summary>Lots of an order that are open still.</summary>
    public long OpenOf(OrderId order) => Book.OpenOf(order).Lots;
}
