using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>A venue's own clock: it makes marks from the index and its book, and liquidates whom they cross.</summary>
internal sealed class MarkMaker : IParticipant
{
    private readonly Market _market;
    private readonly VenueInWorld _venue;
    private readonly Place[] _places;
    private readonly Place[][] _spot;
    private readonly Place[][] _otherVenues;
    private readonly BasisAverage[] _basis;
    private Timestamp _nextSample;

    public MarkMaker(Market market, VenueInWorld venue)
    {
        _market = market;
        _venue = venue;
        _places = [.. market.Places.Where(place => place.Venue == venue)];
        _spot = [.. _places.Select(place => SpotOf(market, place))];
        _otherVenues = [.. _places.Select(place => OthersOf(market, place))];
        _basis = [.. _places.Select(_ => new BasisAverage(venue.Parameters.Mark))];
    }

    public void Join() { }

    public Timestamp Reset(Seed path)
    {
        foreach (BasisAverage basis in _basis)
        {
            basis.Reset();
        }

        _nextSample = _market.Start + _venue.Parameters.MarkInterval;
        return _nextSample;
    }

    public Timestamp Act(Timestamp now)
    {
        bool samples = now >= _nextSample;
        _nextSample = samples ? now + _venue.Parameters.Mark.Sampling : _nextSample;
        for (int i = 0; i < _places.Length; i++)
        {
            Place place = _places[i];
            double mark = MarkOf(i, place, samples);
            var ticks = Price.FromTicks(Math.Max((long)Math.Round(mark / place.TickSize), 1));
            _venue.SetMark(now, place.Id.Index, ticks);
        }

        return now + _venue.Parameters.MarkInterval;
    }

    private double MarkOf(int i, Place place, bool samples)
    {
        double last = place.Price;
        double index = _spot[i].Length == 0 ? last : IndexOf(_spot[i]);
        if (samples)
        {
            _basis[i].Add(last - index);
        }

        double fair = index + _basis[i].Value;
        MarkMethod method = _venue.Parameters.Mark;
        double mark = method.Form switch
        {
            MarkForm.MedianOfThree => MedianOf(index, fair, last),
            MarkForm.IndexWithBasis => fair,
            MarkForm.MedianWithOutside => MedianOf(fair, last, MedianOf(_otherVenues[i], last)),
            MarkForm.IndexWithFunding or MarkForm.Oracle => index,
            _ => last,
        };
        double bound = method.BasisBound > 0 ? method.BasisBound * index : double.PositiveInfinity;
        return Math.Clamp(mark, index - bound, index + bound);
    }

    /// <summary>The mean of what a coin costs at some places, by the flow that each has.</summary>
    internal static double IndexOf(Place[] places)
    {
        double sum = 0;
        double weight = 0;
        foreach (Place place in places)
        {
            sum += place.Listing.FlowShare * place.Price;
            weight += place.Listing.FlowShare;
        }

        return sum / weight;
    }

    private static double MedianOf(Place[] places, double otherwise)
    {
        Span<double> prices = stackalloc double[places.Length];
        for (int i = 0; i < prices.Length; i++)
        {
            prices[i] = places[i].Price;
        }

        prices.Sort();
        return prices.IsEmpty ? otherwise : prices[prices.Length / 2];
    }

    private static double MedianOf(double a, double b, double c) =>
        Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));

    private static Place[] SpotOf(Market market, Place place) =>
        [.. market.PlacesOf(place.Listing.Coin).Where(other => other.Venue.Parameters.IsSpot)];

    private static Place[] OthersOf(Market market, Place place) =>
        [
            .. market
                .PlacesOf(place.Listing.Coin)
                .Where(other => !other.Venue.Parameters.IsSpot && other.Venue != place.Venue),
        ];
}
