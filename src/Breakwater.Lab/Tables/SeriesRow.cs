using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>One coin at one venue at one step of a market. Prices and depths in dollars, open interest in coins.</summary>
/// <param name="Spread">Over the middle.</param>
/// <param name="TopDepth">Within a basis point of the best price, the mean of both sides.</param>
/// <param name="BidDepth">Within 1 % of the middle.</param>
/// <param name="AskDepth">Within 1 % of the middle.</param>
/// <param name="Bids">Nearer than that.</param>
/// <param name="Asks">Nearer than that.</param>
internal readonly record struct SeriesRow(
    Timestamp Time,
    string Venue,
    string Coin,
    double Middle,
    double Mark,
    double Spread,
    double TopDepth,
    double BidDepth,
    double AskDepth,
    double OpenInterest,
    SideOfLadder Bids,
    SideOfLadder Asks
)
{
    /// <summary>By venue, coin and time.</summary>
    public static IEnumerable<SeriesRow> Of(WorldParameters parameters, MarketSeries series)
    {
        for (int venue = 0; venue < parameters.Venues.Count; venue++)
        {
            VenueParameters here = parameters.Venues[venue];
            for (int listing = 0; listing < here.Listings.Count; listing++)
            {
                string coin = parameters.Histories[here.Listings[listing].Coin].Coin;
                for (int sample = 0; sample < series.Count; sample++)
                {
                    yield return At(series, venue, listing, sample) with
                    {
                        Venue = here.Name,
                        Coin = coin,
                    };
                }
            }
        }
    }

    private static SeriesRow At(MarketSeries series, int venue, int listing, int sample)
    {
        double Value(SeriesKind kind) => series[kind, venue, listing][sample];
        return new SeriesRow(
            series.TimeOf(sample),
            "",
            "",
            Value(SeriesKind.Middle),
            Value(SeriesKind.Mark),
            Value(SeriesKind.Spread),
            Value(SeriesKind.TopDepth),
            Value(SeriesKind.BidDepth),
            Value(SeriesKind.AskDepth),
            Value(SeriesKind.OpenInterest),
            new SideOfLadder(
                Value(SeriesKind.BidsWithinTenth),
                Value(SeriesKind.BidsWithinQuarter),
                Value(SeriesKind.BidsWithinHalf)
            ),
            new SideOfLadder(
                Value(SeriesKind.AsksWithinTenth),
                Value(SeriesKind.AsksWithinQuarter),
                Value(SeriesKind.AsksWithinHalf)
            )
        );
    }
}
