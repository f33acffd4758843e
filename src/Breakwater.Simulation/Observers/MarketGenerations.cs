using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>Tells a <see cref="GenerationTally"/> what a market's venues force and what moves their prices.</summary>
/// <remarks>
/// The price that venues share is the mean of their logarithmic middles, weighted by calm depth: what arbitrage sells here and
/// buys there leaves it where it is. What forced orders did not move is a move from outside. docs/models/cascade.md.
/// </remarks>
public sealed class MarketGenerations
{
    /// <summary>Later generations are added to the last.</summary>
    public const int Counted = 20;

    private readonly IReadOnlyList<VenueInWorld> _venues;
    private readonly double[][] _weights;

    // By coin: where it trades.
    private readonly (double Weight, IMarketLiquidity Liquidity)[][] _placesOfCoin;
    private readonly double[] _prices;
    private readonly int _coins;

    internal MarketGenerations(int coins, IReadOnlyList<VenueInWorld> venues)
    {
        (_coins, _venues) = (coins, venues);
        double[] depth = new double[coins];
        foreach (ListingParameters listing in venues.SelectMany(venue => venue.Parameters.Listings))
        {
            depth[listing.Coin] += listing.Depth;
        }

        _weights =
        [
            .. venues.Select(venue =>
                venue.Parameters.Listings.Select(listing => listing.Depth / depth[listing.Coin]).ToArray()
            ),
        ];
        _placesOfCoin = [.. Enumerable.Range(0, coins).Select(coin => PlacesOf(coin).ToArray())];
        _prices = new double[coins];
        Tally = new GenerationTally(venues.Count, coins, Counted);
    }

    public GenerationTally Tally { get; private set; }

    internal void Reset()
    {
        Array.Clear(_prices);
        Tally = new GenerationTally(_venues.Count, _coins, Counted);
    }

    internal void BeginWave(int venue, int coin)
    {
        double price = PriceOf(coin);
        Tally.MoveFromOutside(coin, price - _prices[coin]);
        _prices[coin] = price;
        Tally.BeginWave(venue, coin);
    }

    internal void BeginWaveFromOutside() => Tally.BeginWaveFromOutside();

    /// <param name="change">Of the venue's own logarithmic middle.</param>
    internal void Force(int venue, int listing, bool sells, double dollars, double change)
    {
        int coin = CoinOf(venue, listing);
        Tally.Force(coin, sells, dollars, Move(venue, listing, coin, change));
    }

    internal void Unwind(int venue, int listing, double dollars, double change)
    {
        int coin = CoinOf(venue, listing);
        Tally.Unwind(venue, coin, dollars, Move(venue, listing, coin, change));
    }

    internal void TakeOver(int venue, int listing, bool wasLong, double dollars) =>
        Tally.TakeOver(venue, CoinOf(venue, listing), wasLong, dollars);

    private int CoinOf(int venue, int listing) => _venues[venue].Parameters.Listings[listing].Coin;

    private double Move(int venue, int listing, int coin, double change)
    {
        double shared = _weights[venue][listing] * change;
        _prices[coin] += shared;
        return shared;
    }

    private double PriceOf(int coin)
    {
        double price = 0;
        foreach ((double weight, IMarketLiquidity liquidity) in _placesOfCoin[coin])
        {
            price += weight * liquidity.MiddleToCome;
        }

        return price;
    }

    private IEnumerable<(double Weight, IMarketLiquidity Liquidity)> PlacesOf(int coin)
    {
        for (int venue = 0; venue < _venues.Count; venue++)
        {
            for (int i = 0; i < _venues[venue].Liquidity.Count; i++)
            {
                if (CoinOf(venue, i) == coin)
                {
                    yield return (_weights[venue][i], _venues[venue].Liquidity[i]);
                }
            }
        }
    }
}
