using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>People who trade coins together: every coin follows the market coin, and the market coin a part of what others do of their own.</summary>
/// <remarks>Venue by venue: who watches a perpetual trades perpetuals. docs/models/liquidity.md.</remarks>
internal sealed class CoinsTogether
{
    private const int MarketCoin = 0;

    private readonly Market _market;

    // By venue; null where it has no market coin.
    private readonly Place?[] _leader;
    private readonly Place[][] _others;

    // By place: how far it was meant to be moved in the last step, and is to be moved now.
    private readonly double[] _wanted;

    public CoinsTogether(Market market)
    {
        _market = market;
        Place[][] places =
        [
            .. market.Venues.Select(venue => market.Places.Where(place => place.Venue == venue).ToArray()),
        ];
        _leader = [.. places.Select(here => here.FirstOrDefault(place => place.Listing.Coin == MarketCoin))];
        _others = [.. places.Select(here => here.Where(place => place.Listing.Coin != MarketCoin).ToArray())];
        _wanted = new double[market.Places.Count];
    }

    public void Reset() => Array.Clear(_wanted);

    /// <summary>Takes in what every place has just done.</summary>
    public void Look()
    {
        for (int venue = 0; venue < _leader.Length; venue++)
        {
            if (_leader[venue] is not { } leader)
            {
                continue;
            }

            _wanted[leader.Number] = WithinReach(_market.Parameters.Spillover * OwnMove(_others[venue]));
            foreach (Place other in _others[venue])
            {
                double followed = _market.Parameters.Comovement * BetaOf(other) * leader.LastReturn;
                _wanted[other.Number] = WithinReach(followed);
            }
        }
    }

    /// <summary>Dollars that move a quoted price as far as people want; negative to sell.</summary>
    public double DollarsAt(Place place)
    {
        double wanted = _wanted[place.Number];
        return wanted * place.Liquidity.QuotedAgainst(wanted > 0 ? Side.Buy : Side.Sell);
    }

    // What others did beyond following, in moves of the market coin: else an echo would not end.
    private double OwnMove(Place[] others)
    {
        double sum = 0;
        double weight = 0;
        foreach (Place other in others)
        {
            double own = other.LastReturn - _wanted[other.Number];
            sum += other.Listing.Depth * own / BetaOf(other);
            weight += other.Listing.Depth;
        }

        return weight > 0 ? sum / weight : 0;
    }

    // Beyond it quotes thin out, a trade would move the price farther than was wanted, and the excess would pass for a move of its own.
    private static double WithinReach(double move) => Math.Clamp(move, -DepthCurve.MakerReach, DepthCurve.MakerReach);

    private double BetaOf(Place place) => _market.Parameters.Coins[place.Listing.Coin].Beta;
}
