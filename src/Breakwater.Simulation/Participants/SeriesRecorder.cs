using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>Writes down what each place looks like, step by step.</summary>
internal sealed class SeriesRecorder(Market market) : IParticipant
{
    public void Join() { }

    public Timestamp Reset(Seed path) => market.Start;

    public Timestamp Act(Timestamp now)
    {
        for (int venue = 0; venue < market.Venues.Count; venue++)
        {
            VenueInWorld here = market.Venues[venue];
            for (int i = 0; i < here.Curves.Count; i++)
            {
                Record(venue, i, here);
            }
        }

        market.Series.Count++;
        return now + market.Parameters.Step;
    }

    private void Record(int venue, int i, VenueInWorld here)
    {
        DepthCurve curve = here.Curves[i];
        var id = new InstrumentId(i);
        Instrument instrument = here.Parameters.Rules.Instruments[i].Instrument;
        MarketSeries series = market.Series;
        series.Set(SeriesKind.Middle, venue, i, curve.PriceOf(curve.Middle));
        series.Set(SeriesKind.Mark, venue, i, here.Venue.MarkOf(id).Ticks * (double)instrument.TickSize);
        series.Set(SeriesKind.Spread, venue, i, curve.Spread);
        series.Set(SeriesKind.TopDepth, venue, i, curve.TopDepth());
        series.Set(SeriesKind.BidDepth, venue, i, curve.DepthWithin(Side.Sell, DepthCurve.MakerReach));
        series.Set(SeriesKind.AskDepth, venue, i, curve.DepthWithin(Side.Buy, DepthCurve.MakerReach));
        series.Set(SeriesKind.OpenInterest, venue, i, here.Venue.OpenInterestOf(id).Lots * (double)instrument.LotSize);
    }
}
