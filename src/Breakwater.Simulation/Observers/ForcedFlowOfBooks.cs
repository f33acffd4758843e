using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>Reads off a venue's log what its orders forced or unwound in its books.</summary>
/// <remarks>
/// A book's middle moves as soon as an order trades, and again when makers follow it: what all orders of a wave moved it
/// together counts where it will come to rest, and each has the share that its dollars have.
/// </remarks>
internal sealed class ForcedFlowOfBooks(VenueInWorld venue, int number) : IForcedFlow
{
    private readonly double[] _before = new double[venue.Parameters.Listings.Count];
    private readonly double[] _sold = new double[venue.Parameters.Listings.Count];
    private readonly double[] _bought = new double[venue.Parameters.Listings.Count];
    private bool _traded;

    public MarketGenerations? Generations { get; set; }

    public void BeginWave(int listing)
    {
        Begin();
        Generations?.BeginWave(number, venue.Parameters.Listings[listing].Coin);
    }

    public void BeginWaveFromOutside()
    {
        Begin();
        Generations?.BeginWaveFromOutside();
    }

    public void BeginUnwinding() => Begin();

    public void End()
    {
        for (int i = 0; _traded && i < _before.Length; i++)
        {
            Tell(i, venue.Liquidity[i].MiddleToCome - _before[i]);
            (_sold[i], _bought[i]) = (0, 0);
        }

        _traded = false;
    }

    public void Observe(ReadOnlySpan<MarketEvent> events)
    {
        foreach (ref readonly MarketEvent fact in events)
        {
            switch (fact.Kind)
            {
                case EventKind.PositionLiquidated:
                    (fact.Quantity.IsLong ? _sold : _bought)[fact.Instrument] += DollarsOf(fact);
                    _traded = true;
                    break;
                case EventKind.InventoryUnwound:
                    double change = venue.Liquidity[fact.Instrument].MiddleToCome - _before[fact.Instrument];
                    Generations?.Unwind(number, fact.Instrument, DollarsOf(fact), change);
                    break;
                case EventKind.PositionTakenOver:
                    Generations?.TakeOver(number, fact.Instrument, fact.Quantity.IsLong, DollarsOf(fact));
                    break;
            }
        }
    }

    private void Begin()
    {
        for (int i = 0; i < _before.Length; i++)
        {
            _before[i] = venue.Liquidity[i].MiddleToCome;
        }
    }

    private void Tell(int listing, double change)
    {
        double dollars = _sold[listing] + _bought[listing];
        if (_sold[listing] > 0)
        {
            Generations?.Force(number, listing, sells: true, _sold[listing], change * _sold[listing] / dollars);
        }

        if (_bought[listing] > 0)
        {
            Generations?.Force(number, listing, sells: false, _bought[listing], change * _bought[listing] / dollars);
        }
    }

    private double DollarsOf(in MarketEvent fact)
    {
        Instrument instrument = venue.Parameters.Rules.Instruments[fact.Instrument].Instrument;
        Money notional = venue.Reported.NotionalOf(instrument, fact.Price, fact.Quantity.Magnitude);
        return (double)venue.Reported.Currency.ToDecimal(notional);
    }
}
