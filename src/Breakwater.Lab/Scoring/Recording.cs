using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>Keeps of a finished world what observables ask for, so that the world may run again.</summary>
public static class Recording
{
    public static RecordedMarket Of(WorldParameters parameters, World world) =>
        new(
            new TimeWindow(parameters.Start, parameters.End),
            PricesAreGiven: world.Series is null,
            [.. world.Venues.Select((venue, number) => VenueOf(parameters, world.Series, venue, number))]
        );

    private static RecordedVenue VenueOf(
        WorldParameters parameters,
        MarketSeries? series,
        VenueInWorld venue,
        int number
    )
    {
        IReadOnlyList<ListingParameters> listings = venue.Parameters.Listings;
        Money fall = venue.Parameters.FundCapital - venue.Venue.FundEquity + venue.Tally.Waterfall.WrittenOff;
        return new RecordedVenue
        {
            Name = venue.Parameters.Name,
            IsSpot = venue.Parameters.IsSpot,
            Coins = [.. listings.Select(listing => parameters.Histories[listing.Coin].Coin)],
            Paths = series is null ? [] : [.. listings.Select((_, i) => PathOf(series, number, i))],
            Flows = venue.Tally.Flows,
            Deleveraging = venue.Tally.Deleveraging,
            Currency = venue.Reported.Currency,
            FundFall = (double)venue.Reported.ToDecimal(fall),
        };
    }

    private static RecordedPath PathOf(MarketSeries series, int venue, int instrument)
    {
        return new RecordedPath(
            series.Start,
            series.Step,
            Column(SeriesKind.Middle),
            Column(SeriesKind.Spread),
            Column(SeriesKind.TopDepth),
            Column(SeriesKind.OpenInterest)
        );

        double[] Column(SeriesKind kind) => series[kind, venue, instrument].ToArray();
    }
}
