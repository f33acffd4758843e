using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>People who trade coins together: every coin follows the market coin, and the market coin a part of what others do of their own.</summary>
/// <remarks>
/// A coin's move is that of all venues, each by what is quoted there: what arbitrage buys at one and sells at another is no news.
/// docs/models/liquidity.md.
/// </remarks>
internal sealed class CoinsTogether
{
    private const int MarketCoin = 0;

    private readonly Market _market;
    private readonly Place[][] _placesOfCoin;

    // By coin: dollars within 1 % on a calm day, over all venues.
    private readonly double[] _depths;

    // By coin: how far it was meant to be moved in the last step, and is to be moved now.
    private readonly double[] _wanted;

    // By coin: how far it moved in the last step.
    private readonly double[] _moves;

    public CoinsTogether(Market market)
    {
        _market = market;
        _placesOfCoin = [.. Enumerable.Range(0, market.Coins).Select(coin => market.PlacesOf(coin).ToArray())];
        _depths = [.. _placesOfCoin.Select(places => places.Sum(place => place.Listing.Depth))];
        _wanted = new double[market.Coins];
        _moves = new double[market.Coins];
    }

    public void Reset() => Array.Clear(_wanted);

    /// <summary>Takes in what every place has just done.</summary>
    public void Look()
    {
        for (int coin = 0; coin < _moves.Length; coin++)
        {
            _moves[coin] = MoveOf(_placesOfCoin[coin]);
        }

        double own = OwnMove();
        for (int coin = 0; coin < _wanted.Length; coin++)
        {
            double followed =
                coin == MarketCoin
                    ? _market.Parameters.Spillover * own
                    : _market.Parameters.Comovement * BetaOf(coin) * _moves[MarketCoin];
            _wanted[coin] = WithinReach(followed);
        }
    }

    /// <summary>Dollars that move a quoted price as far as people want; negative to sell.</summary>
    public double DollarsAt(Place place)
    {
        double wanted = _wanted[place.Listing.Coin];
        return wanted * place.Liquidity.QuotedAgainst(wanted > 0 ? Side.Buy : Side.Sell);
    }

    private static double MoveOf(Place[] places)
    {
        double sum = 0;
        double weight = 0;
        foreach (Place place in places)
        {
            double quoted = place.QuotedDensity;
            sum += quoted * place.LastReturn;
            weight += quoted;
        }

        return weight > 0 ? sum / weight : 0;
    }

    // What others did beyond following, in moves of the market coin: else an echo would not end.
    private double OwnMove()
    {
        double sum = 0;
        double weight = 0;
        for (int coin = 0; coin < _moves.Length; coin++)
        {
            if (coin != MarketCoin)
            {
                sum += _depths[coin] * (_moves[coin] - _wanted[coin]) / BetaOf(coin);
                weight += _depths[coin];
            }
        }

        return weight > 0 ? sum / weight : 0;
    }

    // Beyond it quotes thin out, a trade would move the price farther than was wanted, and the excess would pass for a move of its own.
    private static double WithinReach(double move) => Math.Clamp(move, -DepthCurve.MakerReach, DepthCurve.MakerReach);

    private double BetaOf(int coin) => _market.Parameters.Coins[coin].Beta;
}
