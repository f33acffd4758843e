using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>Buys a coin where it is cheap and sells as much where it is dear.</summary>
/// <remarks>
/// It sees prices, and trades a latency later. For each coin at each venue it has a margined account: liquidated and deleveraged like anybody,
/// and out where its margin does not carry another trade. Equations: docs/models/arbitrage.md.
/// </remarks>
internal sealed class Arbitrageur : IParticipant
{
    private readonly Market _market;
    private readonly ArbitrageParameters _parameters;
    private readonly Place[][] _placesOfCoin;
    private readonly AccountId[] _accounts;
    private readonly Timestamp[] _pausedUntil;
    private readonly double[] _coins;

    // By coin, in logarithms: what it buys below and sells above.
    private readonly double[] _references;
    private bool _hasDecided;

    public Arbitrageur(Market market)
    {
        _market = market;
        _parameters = market.Parameters.Arbitrage;
        _placesOfCoin = [.. Enumerable.Range(0, market.Coins).Select(coin => market.PlacesOf(coin).ToArray())];
        _accounts = new AccountId[market.Places.Count];
        _pausedUntil = new Timestamp[market.Places.Count];
        _coins = new double[market.Places.Count];
        _references = new double[market.Coins];
    }

    public void Join()
    {
        foreach (Place place in _market.Places)
        {
            double capital = place.Listing.Depth * _parameters.CapitalOverDepth;
            _accounts[place.Number] = Firm.Open(_market, place.Venue, capital);
        }
    }

    public Timestamp Reset(Seed path)
    {
        Array.Clear(_pausedUntil);
        _hasDecided = false;
        return _market.Start + _market.Parameters.Step;
    }

    public Timestamp Act(Timestamp now)
    {
        if (_hasDecided)
        {
            Trade(now);
            _hasDecided = false;
            return now + (_market.Parameters.Step - _parameters.Latency);
        }

        for (int coin = 0; coin < _placesOfCoin.Length; coin++)
        {
            _references[coin] = ReferenceOf(now, _placesOfCoin[coin]);
            Decide(now, _placesOfCoin[coin], _references[coin]);
        }

        _hasDecided = true;
        return now + _parameters.Latency;
    }

    // How many coins to buy at each place, negative to sell: both sides come to the same number.
    private void Decide(Timestamp now, Place[] places, double reference)
    {
        double bought = 0;
        double sold = 0;
        double capacity = 0;
        foreach (Place place in places)
        {
            double coins = IsOpen(now, place) ? WishAt(place, reference) : 0;
            _coins[place.Number] = coins;
            bought += Math.Max(coins, 0);
            sold += Math.Max(-coins, 0);
            capacity += place.Listing.Depth * _parameters.Capacity / place.Price;
        }

        double both = Math.Min(Math.Min(bought, sold), capacity);
        foreach (Place place in places)
        {
            ref double coins = ref _coins[place.Number];
            coins *=
                coins > 0 ? both / bought
                : coins < 0 ? both / sold
                : 0;
        }
    }

    private double WishAt(Place place, double reference)
    {
        double gap = reference - place.Liquidity.Middle;
        double beyond = Math.Max(Math.Abs(gap) - _parameters.Cost - place.Liquidity.Spread / 2, 0);
        double dollars = _parameters.Speed * beyond * place.Liquidity.QuotedAgainst(gap > 0 ? Side.Buy : Side.Sell);
        return Math.Sign(gap) * dollars / place.Price;
    }

    // Middle of the market where it can trade, each place by what is quoted there now.
    private double ReferenceOf(Timestamp now, Place[] places)
    {
        double sum = 0;
        double weight = 0;
        foreach (Place place in places)
        {
            double density = IsOpen(now, place) ? place.QuotedDensity : 0;
            sum += density * place.Liquidity.Middle;
            weight += density;
        }

        return weight > 0 ? sum / weight : 0;
    }

    private bool IsOpen(Timestamp now, Place place) => now >= _pausedUntil[place.Number];

    private void Trade(Timestamp now)
    {
        foreach (Place place in _market.Places)
        {
            long lots = (long)place.Lots.LotsForCoins(_coins[place.Number], place.Price);
            if (lots == 0)
            {
                continue;
            }

            Side side = lots > 0 ? Side.Buy : Side.Sell;
            Rejection answer = place.Venue.Venue.Take(
                now,
                place.Id,
                _accounts[place.Number],
                side,
                Quantity.FromLots(Math.Abs(lots)),
                place.PriceAt(place.Liquidity.PriceOf(_references[place.Listing.Coin]), side),
                place.LeverageUpTo(_parameters.Leverage),
                out _
            );
            if (answer != Rejection.None)
            {
                _pausedUntil[place.Number] = now + _parameters.Pause;
            }
        }
    }
}
