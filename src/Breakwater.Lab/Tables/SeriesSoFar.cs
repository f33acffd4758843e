using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>What a market that goes on has recorded so far. Its own thread says how much; any thread may read that.</summary>
public sealed class SeriesSoFar
{
    private const long NanosecondsPerMicrosecond = 1000;

    private readonly WorldParameters _parameters;
    private readonly MarketSeries _series;
    private int _recorded;

    private SeriesSoFar(WorldParameters parameters, MarketSeries series)
    {
        _parameters = parameters;
        _series = series;
    }

    /// <summary>Of the run, from its first to its last moment.</summary>
    public (Timestamp Start, Timestamp End) Span => (_parameters.Start, _parameters.End);

    /// <returns>Null under a tape, which records none.</returns>
    public static SeriesSoFar? Of(WorldParameters parameters, World world) =>
        world.Series is { } series ? new SeriesSoFar(parameters, series) : null;

    /// <summary>To be called by the thread of the run: what is recorded by now may be read.</summary>
    public void Publish() => Volatile.Write(ref _recorded, _series.Count);

    /// <returns>By venue, without ladders; empty where nothing is recorded or no venue lists the coin.</returns>
    public IReadOnlyList<ListingSeries> Read(string coin)
    {
        int recorded = Volatile.Read(ref _recorded);
        return recorded == 0 ? [] : [.. Listings(coin).Select(place => Read(place.Venue, place.Listing, recorded))];
    }

    private IEnumerable<(int Venue, int Listing)> Listings(string coin) =>
        from venue in Enumerable.Range(0, _parameters.Venues.Count)
        from listing in Enumerable.Range(0, _parameters.Venues[venue].Listings.Count)
        where CoinOf(venue, listing) == coin
        select (venue, listing);

    private string CoinOf(int venue, int listing) =>
        _parameters.Histories[_parameters.Venues[venue].Listings[listing].Coin].Coin;

    // Values that were published are not written again: copying them needs no lock.
    private ListingSeries Read(int venue, int listing, int recorded)
    {
        double[] Column(SeriesKind kind) => _series[kind, venue, listing][..recorded].ToArray();
        return new ListingSeries(
            _parameters.Venues[venue].Name,
            CoinOf(venue, listing),
            [.. Enumerable.Range(0, recorded).Select(TimeOf)],
            Column(SeriesKind.Middle),
            Column(SeriesKind.Mark),
            Column(SeriesKind.Spread),
            Column(SeriesKind.TopDepth),
            Column(SeriesKind.BidDepth),
            Column(SeriesKind.AskDepth),
            Column(SeriesKind.OpenInterest),
            []
        );
    }

    private long TimeOf(int sample) => _series.TimeOf(sample).UnixNanoseconds / NanosecondsPerMicrosecond;
}
