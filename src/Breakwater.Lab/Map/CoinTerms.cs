using Breakwater.Domain;
using Breakwater.Indicators;
using Breakwater.Simulation;

namespace Breakwater.Lab.Map;

/// <summary>What takes up the forced selling of one coin: all places of the market where it trades, spot included.</summary>
/// <param name="Price">At the start, dollars.</param>
/// <param name="Beta">Its fall over that of the market, in logarithms.</param>
internal sealed record CoinTerms(string Coin, double Price, double Beta, MarketDepth Calm, MarketDepth Withdrawn)
{
    public static IReadOnlyList<CoinTerms> Of(WorldParameters world)
    {
        MarketParameters market = world.Market!;
        return
        [
            .. world.Histories.Select(
                (coin, i) =>
                {
                    double makers = MakersOf(world.Venues, i);
                    double latent = market.Coins[i].LatentDensity;
                    return new CoinTerms(
                        coin.Coin,
                        (double)coin.Price,
                        market.Coins[i].Beta,
                        MarketDepth.FromLatentDensity(makers, latent),
                        MarketDepth.FromLatentDensity(makers * market.Makers.LeastShare, latent)
                    );
                }
            ),
        ];
    }

    public MarketDepth In(BookState book) => book == BookState.Calm ? Calm : Withdrawn;

    /// <summary>What a shock to the market is to this coin, percent.</summary>
    /// <param name="shock">Percent, from 0 to below 100.</param>
    public double ShockOf(double shock) => 100 * (1 - PortableMath.Pow(1 - shock / 100, Beta));

    private static double MakersOf(IEnumerable<VenueParameters> venues, int coin) =>
        venues.SelectMany(venue => venue.Listings).Where(listing => listing.Coin == coin).Sum(listing => listing.Depth);
}
