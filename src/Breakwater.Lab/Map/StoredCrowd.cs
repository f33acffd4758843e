using Breakwater.Data;
using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab.Map;

/// <summary>A scenario's kind of crowd at another instant: price, volume by price and open interest are the store's, leverage the scenario's.</summary>
internal static class StoredCrowd
{
    private static readonly Duration s_any = Duration.FromMinutes(60);

    /// <param name="market">One venue, of the scenario.</param>
    /// <exception cref="InputException">The store lacks prices or open interest.</exception>
    public static MappedMarket At(MappedMarket market, IMarketStore store, Timestamp at)
    {
        WorldParameters world = market.World;
        VenueParameters venue = world.Venues[0];
        int listing = NotionalByLevel.ListingOf(venue, market.Coin, world);
        InstrumentRules listed = venue.Rules.Instruments[listing];
        var stored = new StoredMarket(store, venue, listed);
        CoinHistory history = stored.HistoryOf(market.Coin, at);
        VenueParameters alone = Alone(
            venue,
            listing,
            LotsOf(stored, listed.Instrument, at, history.Price),
            history.Price
        );
        return market with
        {
            IsStored = true,
            Scenario = market.Scenario with
            {
                World = world with
                {
                    Start = at,
                    End = at + s_any,
                    Histories = [history],
                    Tapes = [],
                    Market = null,
                    Crowd = world.Crowd with { TwoCoinShare = 0 },
                    Venues = [alone],
                },
            },
            Source =
                $"the store: price, volume by price and open interest measured; leverage assumed as in {market.Scenario.Name}",
        };
    }

    private static Quantity LotsOf(StoredMarket stored, Instrument instrument, Timestamp at, decimal price)
    {
        double coins = stored.OpenInterestAt(at);
        double lots = new LotScale(instrument).LotsForCoins(coins, (double)price);
        return lots is >= 1 and < long.MaxValue / 2
            ? Quantity.FromLots((long)lots)
            : throw new InputException(
                FormattableString.Invariant(
                    $"the store's open interest of {instrument.Symbol}, {coins}, must be a lot of {instrument.LotSize} or more"
                )
            );
    }

    // The venue as if it listed one coin, with the part of its accounts that was in this one.
    private static VenueParameters Alone(VenueParameters venue, int listing, Quantity lots, decimal price)
    {
        ListingParameters here = venue.Listings[listing];
        double share = here.OpenInterestValue / venue.Listings.Sum(each => each.OpenInterestValue);
        double carried = here.Carried.Lots / (double)Math.Max(here.OpenInterest.Lots, 1);
        Instrument own = venue.Rules.Instruments[listing].Instrument;
        Instrument alone = own.NumberedAs(new InstrumentId(0));
        return venue with
        {
            Rules = venue.Rules with { Instruments = [venue.Rules.Instruments[listing] with { Instrument = alone }] },
            Listings =
            [
                here with
                {
                    Coin = 0,
                    OpenInterest = lots,
                    OpenInterestValue = lots.Lots * (double)own.ToQuote(Quantity.FromLots(1), price),
                    Carried = Quantity.FromLots((long)(carried * lots.Lots)),
                },
            ],
            Crowd = new CrowdOfVenue(PartOf(venue.Crowd.Accounts, share), PartOf(venue.Crowd.Population, share)),
            Fundings = [],
        };
    }

    private static int PartOf(int accounts, double share) => Math.Max((int)(accounts * share), 1);
}
