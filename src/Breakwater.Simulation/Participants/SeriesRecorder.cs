using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>Writes down what each place looks like, step by step.</summary>
internal sealed class SeriesRecorder(Market market) : IParticipant
{
    private const double BasisPoint = 0.0001;
    private const int MostDistances = 5;

    // The first is the top of the book; the others are those of the bands, in order.
    private static readonly double[] s_distances = [BasisPoint, 0.001, 0.0025, 0.005, DepthCurve.MakerReach];

    public void Join() { }

    public Timestamp Reset(Seed path) => market.Start;

    public Timestamp Act(Timestamp now)
    {
        foreach (Place place in market.Places)
        {
            RecordPrices(place);
            RecordDepth(place);
        }

        market.Series.Count++;
        return now + market.Parameters.Step;
    }

    private void RecordPrices(Place place)
    {
        Venue venue = place.Venue.Venue;
        Record(SeriesKind.Middle, place, place.Price);
        Record(SeriesKind.Mark, place, venue.MarkOf(place.Id).Ticks * place.TickSize);
        Record(SeriesKind.Spread, place, place.Liquidity.Spread);
        Record(
            SeriesKind.OpenInterest,
            place,
            place.Lots.CoinsOf(venue.OpenInterestOf(place.Id).Lots, place.Liquidity.PriceAtStart)
        );
    }

    private void RecordDepth(Place place)
    {
        ReadOnlySpan<double> distances = market.Series.RecordsDepth ? s_distances : s_distances.AsSpan(0, 1);
        Span<double> dollars = stackalloc double[2 * MostDistances];
        Span<double> bids = dollars[..distances.Length];
        Span<double> asks = dollars.Slice(MostDistances, distances.Length);
        place.Liquidity.DepthsWithin(Side.Sell, distances, bids);
        place.Liquidity.DepthsWithin(Side.Buy, distances, asks);
        Record(SeriesKind.TopDepth, place, (bids[0] + asks[0]) / 2);
        for (int i = 1; i < distances.Length; i++)
        {
            Record(MarketSeries.Bands[i - 1].Bids, place, bids[i]);
            Record(MarketSeries.Bands[i - 1].Asks, place, asks[i]);
        }
    }

    private void Record(SeriesKind kind, Place place, double value) => market.Series.Set(kind, place.Number, value);
}
