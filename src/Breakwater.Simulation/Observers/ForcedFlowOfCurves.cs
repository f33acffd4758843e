using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>One venue's curves as its orders meet them; while it forces or unwinds, each order is told to the generations.</summary>
/// <param name="feedsBack">False: what is forced moves no price.</param>
internal sealed class ForcedFlowOfCurves(
    VenueInWorld venue,
    int number,
    IReadOnlyList<DepthCurve> curves,
    bool feedsBack
) : ILiquidity, IForcedFlow
{
    private readonly DepthCurves _curves = new(curves);
    private Acting _acting;

    public MarketGenerations? Generations { get; set; }

    public void BeginWave(int listing)
    {
        Begin(Acting.Liquidates);
        Generations?.BeginWave(number, venue.Parameters.Listings[listing].Coin);
    }

    public void BeginWaveFromOutside()
    {
        Begin(Acting.Liquidates);
        Generations?.BeginWaveFromOutside();
    }

    public void BeginUnwinding() => Begin(Acting.Unwinds);

    public void End()
    {
        _acting = Acting.Nothing;
        Freeze(false);
    }

    public LiquidityFill Take(Instrument instrument, Side side, Quantity quantity, Price mark, Price? worst)
    {
        DepthCurve curve = curves[instrument.Id.Index];
        double before = curve.Middle;
        LiquidityFill fill = _curves.Take(instrument, side, quantity, mark, worst);
        if (_acting != Acting.Nothing && !fill.Filled.IsZero)
        {
            Tell(instrument, side, DollarsOf(instrument, fill.Price, fill.Filled), curve.Middle - before);
        }

        return fill;
    }

    /// <summary>Reads take-overs, which meet no curve, off the venue's log.</summary>
    public void Observe(ReadOnlySpan<MarketEvent> events)
    {
        foreach (ref readonly MarketEvent fact in events)
        {
            if (fact.Kind == EventKind.PositionTakenOver)
            {
                Instrument instrument = venue.Parameters.Rules.Instruments[fact.Instrument].Instrument;
                double dollars = DollarsOf(instrument, fact.Price, fact.Quantity.Magnitude);
                Generations?.TakeOver(number, fact.Instrument, fact.Quantity.IsLong, dollars);
            }
        }
    }

    private void Begin(Acting acting)
    {
        _acting = acting;
        Freeze(true);
    }

    private void Freeze(bool frozen)
    {
        if (feedsBack)
        {
            return;
        }

        foreach (DepthCurve curve in curves)
        {
            curve.IsFrozen = frozen;
        }
    }

    private void Tell(Instrument instrument, Side side, double dollars, double change)
    {
        if (_acting == Acting.Liquidates)
        {
            Generations?.Force(number, instrument.Id.Index, side == Side.Sell, dollars, change);
        }
        else
        {
            Generations?.Unwind(number, instrument.Id.Index, dollars, change);
        }
    }

    private double DollarsOf(Instrument instrument, Price price, Quantity lots) =>
        (double)venue.Reported.Currency.ToDecimal(venue.Reported.NotionalOf(instrument, price, lots));

    private enum Acting
    {
        Nothing,
        Liquidates,
        Unwinds,
    }
}
