using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Runs;

/// <summary>Reads a market's series into what a summary says of prices.</summary>
internal static class PriceSummarising
{
    /// <returns>By venue and coin, in the world's order; empty under a tape.</returns>
    public static IReadOnlyList<PriceSummary> Of(WorldParameters parameters, World world)
    {
        if (parameters.Market is null || world.Series is null)
        {
            return [];
        }

        var prices = new List<PriceSummary>();
        int shock = SampleBefore(world.Series, parameters.Market.Shock.Time);
        for (int venue = 0; venue < parameters.Venues.Count; venue++)
        {
            for (int listing = 0; listing < parameters.Venues[venue].Listings.Count; listing++)
            {
                prices.Add(Of(parameters, world.Series, venue, listing, shock));
            }
        }

        return prices;
    }

    private static PriceSummary Of(WorldParameters parameters, MarketSeries series, int venue, int listing, int shock)
    {
        VenueParameters here = parameters.Venues[venue];
        ReadOnlySpan<double> middle = series[SeriesKind.Middle, venue, listing];
        ReadOnlySpan<double> depth = series[SeriesKind.TopDepth, venue, listing];
        ReadOnlySpan<double> open = series[SeriesKind.OpenInterest, venue, listing];
        int lowest = shock;
        double widest = 0;
        double least = double.MaxValue;
        for (int sample = shock; sample < middle.Length; sample++)
        {
            lowest = middle[sample] < middle[lowest] ? sample : lowest;
            widest = Math.Max(widest, series[SeriesKind.Spread, venue, listing][sample]);
            least = Math.Min(least, depth[sample] / depth[0]);
        }

        return new PriceSummary(
            here.Name,
            parameters.Histories[here.Listings[listing].Coin].Coin,
            middle[shock],
            middle[lowest],
            series.TimeOf(lowest).ToString(),
            middle[^1],
            widest,
            least,
            here.IsSpot ? null : open[^1] / open[0] - 1
        );
    }

    private static int SampleBefore(MarketSeries series, Timestamp time) =>
        (int)Math.Clamp((time - series.Start).Nanoseconds / series.Step.Nanoseconds, 0, series.Count - 1);
}
