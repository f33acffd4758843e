using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>A lending market's blocks: the oracle says its prices, liquidators act on them, and sell what they seized where everybody trades.</summary>
/// <remarks>Docs/models/lending.md. With the market's feedback off they sell nothing, with its liquidations off nobody is liquidated.</remarks>
internal sealed class LendingDesk : IParticipant
{
    private readonly Market _market;
    private readonly LendingInWorld _lending;
    private readonly Place[] _places;

    // By asset; null for what has no price.
    private readonly PriceOracle?[] _oracles;
    private readonly SeizedCoins?[] _coins;
    private readonly bool _sells;
    private readonly Liquidators _liquidators;
    private readonly AuctionBuyers _buyers;

    public LendingDesk(Market market, LendingInWorld lending)
    {
        (_market, _lending) = (market, lending);
        LendingParameters parameters = lending.Parameters;
        _places = [.. market.Places.Where(place => place.Venue.Parameters.Name == parameters.Venue)];
        _oracles =
        [
            .. parameters.Assets.Select(asset =>
                asset.Coin is { } coin ? new PriceOracle(PlaceOf(coin), parameters.Oracle) : null
            ),
        ];
        _coins = new SeizedCoins?[parameters.Assets.Count];
        _sells = parameters.Liquidators.Sell && market.Parameters.Switches.Feedback;
        _liquidators = new Liquidators(lending, _coins, _sells);
        _buyers = new AuctionBuyers(lending, _coins, _sells);
    }

    public void Join()
    {
        AccountId account = _places[0].Venue.Venue.OpenAccount(_market.Start, MarginMode.Cross);
        for (int asset = 0; asset < _coins.Length; asset++)
        {
            if (_lending.Parameters.Assets[asset].Coin is { } coin)
            {
                _coins[asset] = new SeizedCoins(_lending, asset, PlaceOf(coin), account);
            }
        }
    }

    public Timestamp Reset(Seed path)
    {
        _lending.Open();
        _buyers.Reset();
        for (int asset = 0; asset < _coins.Length; asset++)
        {
            _oracles[asset]?.Reset(_market.Start, _lending.Market.PriceOf(asset).Ticks);
            _coins[asset]?.Reset();
        }

        return _market.Start + _lending.Parameters.Liquidators.Interval;
    }

    public Timestamp Act(Timestamp now)
    {
        SayPrices(now);
        if (_market.Parameters.Switches.Liquidations)
        {
            if (_lending.Parameters.Rules.Protocol == LendingProtocol.Maker)
            {
                _buyers.Act(now);
            }
            else
            {
                _liquidators.Act(now);
            }
        }

        foreach (SeizedCoins? coins in _sells ? _coins : [])
        {
            coins?.SellRest(now);
        }

        return now + _lending.Parameters.Liquidators.Interval;
    }

    private void SayPrices(Timestamp now)
    {
        for (int asset = 0; asset < _oracles.Length; asset++)
        {
            if (_oracles[asset]?.Look(now) is { } price)
            {
                _lending.Market.UpdatePrice(now, asset, price);
            }
        }
    }

    private Place PlaceOf(int coin) => Array.Find(_places, place => place.Listing.Coin == coin)!;
}
