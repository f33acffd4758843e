using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>Prices a venue's collateral, as often as the venue makes marks: at the index of the coin that an asset follows.</summary>
internal sealed class CollateralClock(Market market, VenueInWorld venue) : IParticipant
{
    private readonly Place[][] _places =
    [
        .. venue.Parameters.Collateral!.Assets.Select(asset => PlacesOf(market, asset.Coin)),
    ];

    public void Join() { }

    public Timestamp Reset(Seed path) => market.Start + venue.Parameters.MarkInterval;

    public Timestamp Act(Timestamp now)
    {
        for (int asset = 0; asset < _places.Length; asset++)
        {
            venue.PriceCollateral(now, asset, _places[asset].Length == 0 ? 1 : MarkMaker.IndexOf(_places[asset]));
        }

        return now + venue.Parameters.MarkInterval;
    }

    // Spot venues; where there is none, wherever the coin trades.
    private static Place[] PlacesOf(Market market, int? coin)
    {
        Place[] all = coin is { } follows ? [.. market.PlacesOf(follows)] : [];
        Place[] spot = [.. all.Where(place => place.Venue.Parameters.IsSpot)];
        return spot.Length > 0 ? spot : all;
    }
}
