using Breakwater.Domain;
using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>Measures of quotes and of open interest.</summary>
internal static class BookMeasures
{
    public static double WorstSpread(RecordedMarket market, Observable observable)
    {
        RecordedPath path = PriceMeasures.PathOf(market, observable.Venue, observable.Coin);
        return MinuteMeans(path, path.Spread, ObservableMeasures.WindowOf(market, observable))
            .DefaultIfEmpty(double.NaN)
            .Max();
    }

    public static double WorstDepth(RecordedMarket market, Observable observable)
    {
        RecordedPath path = PriceMeasures.PathOf(market, observable.Venue, observable.Coin);
        var before = new TimeWindow(market.Run.Start, observable.WindowStart);
        double calm = path.TopDepth[path.Within(before)].DefaultIfEmpty(double.NaN).Average();
        double worst = MinuteMeans(path, path.TopDepth, ObservableMeasures.WindowOf(market, observable))
            .DefaultIfEmpty(double.NaN)
            .Min();
        return worst / calm - 1;
    }

    public static double OpenInterestChange(RecordedMarket market, Observable observable)
    {
        TimeWindow window = ObservableMeasures.WindowOf(market, observable);
        double first = 0;
        double last = 0;
        foreach (RecordedVenue venue in ObservableMeasures.VenuesOf(market, observable))
        {
            int instrument = venue.InstrumentOf(observable.Coin);
            if (instrument >= 0)
            {
                RecordedPath path = venue.Paths[instrument];
                double[] open = path.OpenInterest[path.Within(window)];
                first += open.Length > 0 ? open[0] : double.NaN;
                last += open.Length > 0 ? open[^1] : double.NaN;
            }
        }

        return last / first - 1;
    }

    // Whole minutes of the window, each the mean of its samples.
    private static IEnumerable<double> MinuteMeans(RecordedPath path, double[] samples, TimeWindow window)
    {
        Duration minute = Duration.FromMinutes(1);
        for (Timestamp start = window.Start; start + minute <= window.End; start += minute)
        {
            double[] inside = samples[path.Within(new TimeWindow(start, start + minute))];
            if (inside.Length > 0)
            {
                yield return inside.Average();
            }
        }
    }
}
