using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>Keeps of a finished world what observables ask for, so that the world may run again.</summary>
public static class Recording
{
    public static RecordedMarket Of(WorldParameters parameters, World world) =>
        new(
            new TimeWindow(parameters.Start, parameters.End),
            PricesAreGiven: true,
            [.. world.Venues.Select(venue => VenueOf(parameters, venue))]
        );

    private static RecordedVenue VenueOf(WorldParameters parameters, VenueInWorld venue)
    {
        Money draw = venue.Parameters.FundCapital - venue.Venue.FundEquity + venue.Tally.WrittenOffByFund;
        return new RecordedVenue
        {
            Name = venue.Parameters.Name,
            IsSpot = false,
            Coins = [.. venue.Parameters.Listings.Select(listing => parameters.Histories[listing.Coin].Coin)],
            Paths = [],
            Flows = venue.Tally.Flows,
            Deleveraging = venue.Tally.Deleveraging,
            Settlement = venue.Parameters.Rules.Settlement,
            FundDraw = (double)venue.Parameters.Rules.Settlement.ToDecimal(draw),
        };
    }
}
