using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>Writes down what each place looks like, step by step.</summary>
internal sealed class SeriesRecorder(Market market) : IParticipant
{
    private const double BasisPoint = 0.0001;

    private static readonly (double Distance, SeriesKind Bids, SeriesKind Asks)[] s_bands =
    [
        (0.001, SeriesKind.BidsWithinTenth, SeriesKind.AsksWithinTenth),
        (0.0025, SeriesKind.BidsWithinQuarter, SeriesKind.AsksWithinQuarter),
        (0.005, SeriesKind.BidsWithinHalf, SeriesKind.AsksWithinHalf),
        (DepthCurve.MakerReach, SeriesKind.BidDepth, SeriesKind.AskDepth),
    ];

    public void Join() { }

    public Timestamp Reset(Seed path) => market.Start;

    public Timestamp Act(Timestamp now)
    {
        for (int venue = 0; venue < market.Venues.Count; venue++)
        {
            VenueInWorld here = market.Venues[venue];
            for (int i = 0; i < here.Liquidity.Count; i++)
            {
                Record(venue, i, here);
            }
        }

        market.Series.Count++;
        return now + market.Parameters.Step;
    }

    private void Record(int venue, int i, VenueInWorld here)
    {
        IMarketLiquidity liquidity = here.Liquidity[i];
        var id = new InstrumentId(i);
        Instrument instrument = here.Parameters.Rules.Instruments[i].Instrument;
        MarketSeries series = market.Series;
        series.Set(SeriesKind.Middle, venue, i, liquidity.Price);
        series.Set(SeriesKind.Mark, venue, i, here.Venue.MarkOf(id).Ticks * (double)instrument.TickSize);
        series.Set(SeriesKind.Spread, venue, i, liquidity.Spread);
        series.Set(SeriesKind.TopDepth, venue, i, TopDepthOf(liquidity));
        series.Set(SeriesKind.OpenInterest, venue, i, here.Venue.OpenInterestOf(id).Lots * (double)instrument.LotSize);
        foreach ((double distance, SeriesKind bids, SeriesKind asks) in s_bands)
        {
            series.Set(bids, venue, i, liquidity.DepthWithin(Side.Sell, distance));
            series.Set(asks, venue, i, liquidity.DepthWithin(Side.Buy, distance));
        }
    }

    private static double TopDepthOf(IMarketLiquidity liquidity) =>
        (liquidity.DepthWithin(Side.Sell, BasisPoint) + liquidity.DepthWithin(Side.Buy, BasisPoint)) / 2;
}
