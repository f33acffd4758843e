using Breakwater.Domain;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>What of a run depends on liquidity: prices and quotes by venue and coin, and what was forced and who paid by venue.</summary>
internal static class LiquidityFigures
{
    private const double BasisPoint = 0.0001;
    private static readonly string[] s_ofRuns = ["forced", "deleveraged", "unpaid", "fund_need", "forced_multiplier"];

    public static IReadOnlyList<Figure> Of(WorldParameters parameters, World world, string scenario) =>
        [
            .. RunFigures
                .Of(Summarising.Of(parameters, world, scenario))
                .Where(figure => s_ofRuns.Contains(figure.Name, StringComparer.Ordinal)),
            .. world.Venues.SelectMany((venue, number) => OfVenue(parameters, world.Series!, venue, number)),
        ];

    private static IEnumerable<Figure> OfVenue(
        WorldParameters parameters,
        MarketSeries series,
        VenueInWorld venue,
        int number
    ) =>
        venue.Parameters.Listings.SelectMany(
            (listing, i) =>
                OfListing(parameters, series, number, i)
                    .Select(figure =>
                        figure with
                        {
                            Venue = venue.Parameters.Name,
                            Coin = parameters.Histories[listing.Coin].Coin,
                        }
                    )
        );

    private static IEnumerable<Figure> OfListing(WorldParameters parameters, MarketSeries series, int venue, int i)
    {
        double[] prices = series[SeriesKind.Middle, venue, i].ToArray();
        int low = Array.IndexOf(prices, prices.Min());
        Duration shock = parameters.Market!.Shock.Time - series.Start;
        int calm = Math.Max((int)(shock.Nanoseconds / series.Step.Nanoseconds), 1);
        double[] depth = DepthOf(series, venue, i);
        int minute = Math.Max((int)(Duration.FromMinutes(1).Nanoseconds / series.Step.Nanoseconds), 1);
        return
        [
            At("fall", "ratio", prices[low] / prices[0] - 1),
            At("low_time", "min", (series.TimeOf(low) - series.Start).Nanoseconds / 60e9),
            At("worst_depth", "ratio", MinuteMeans(depth, minute).Min() / depth.Take(calm).Average() - 1),
            At(
                "worst_spread",
                "bp",
                MinuteMeans(series[SeriesKind.Spread, venue, i].ToArray(), minute).Max() / BasisPoint
            ),
        ];

        static Figure At(string name, string unit, double value) => new(name, unit, Figure.All, Figure.All, value);
    }

    // Dollars within 1 % on both sides.
    private static double[] DepthOf(MarketSeries series, int venue, int i)
    {
        ReadOnlySpan<double> bids = series[SeriesKind.BidDepth, venue, i];
        ReadOnlySpan<double> asks = series[SeriesKind.AskDepth, venue, i];
        var both = new double[bids.Length];
        for (int sample = 0; sample < both.Length; sample++)
        {
            both[sample] = bids[sample] + asks[sample];
        }

        return both;
    }

    private static IEnumerable<double> MinuteMeans(double[] samples, int minute) =>
        samples.Chunk(minute).Select(chunk => chunk.Average());
}
