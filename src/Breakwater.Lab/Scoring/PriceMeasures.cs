using Breakwater.Domain;
using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>Measures of prices.</summary>
internal static class PriceMeasures
{
    public static double Fall(RecordedMarket market, Observable observable) =>
        FallOf(market, observable, observable.Coin);

    public static double FallRatio(RecordedMarket market, Observable observable)
    {
        double other = FallOf(market, observable, observable.AgainstCoin!);
        return other < 0 ? FallOf(market, observable, observable.Coin) / other : double.NaN;
    }

    public static double LowTime(RecordedMarket market, Observable observable)
    {
        RecordedPath path = PathOf(market, observable.Venue, observable.Coin);
        int low = LowIn(path, ObservableMeasures.WindowOf(market, observable));
        return low < 0 ? double.NaN : (path.TimeOf(low) - observable.WindowStart).Nanoseconds / 60e9;
    }

    public static double Rebound(RecordedMarket market, Observable observable)
    {
        ReadOnlySpan<double> prices = PricesOf(market, observable, observable.Coin);
        if (prices.IsEmpty)
        {
            return double.NaN;
        }

        double low = Min(prices);
        return prices[0] > low ? (prices[^1] - low) / (prices[0] - low) : double.NaN;
    }

    public static double SteepestHour(RecordedMarket market, Observable observable)
    {
        RecordedPath path = PathOf(market, observable.Venue, observable.Coin);
        int hour = (int)(Duration.FromMinutes(60).Nanoseconds / path.Step.Nanoseconds);
        ReadOnlySpan<double> prices = PricesOf(market, observable, observable.Coin);
        // Prices of the last hour that nothing later has exceeded, highest and oldest first.
        var peaks = new LinkedList<int>();
        double steepest = prices.IsEmpty ? double.NaN : 0;
        for (int i = 0; i < prices.Length; i++)
        {
            while (peaks.Last is { } last && prices[last.Value] <= prices[i])
            {
                peaks.RemoveLast();
            }

            peaks.AddLast(i);
            if (peaks.First!.Value < i - hour)
            {
                peaks.RemoveFirst();
            }

            steepest = Math.Min(steepest, prices[i] / prices[peaks.First!.Value] - 1);
        }

        return steepest;
    }

    public static double GapAtLow(RecordedMarket market, Observable observable)
    {
        RecordedPath path = PathOf(market, observable.Venue, observable.Coin);
        RecordedPath other = PathOf(market, observable.AgainstVenue!, observable.Coin);
        int low = LowIn(path, ObservableMeasures.WindowOf(market, observable));
        return low < 0 ? double.NaN : path.Middle[low] / other.Middle[low] - 1;
    }

    public static double LowRatio(RecordedMarket market, Observable observable)
    {
        TimeWindow window = ObservableMeasures.WindowOf(market, observable);
        RecordedPath other = PathOf(market, observable.AgainstVenue!, observable.Coin);
        return Lowest(market, observable) / Min(other.Middle.AsSpan(other.Within(window)));
    }

    public static double Lowest(RecordedMarket market, Observable observable) =>
        Min(PricesOf(market, observable, observable.Coin));

    internal static RecordedPath PathOf(RecordedMarket market, string venue, string coin)
    {
        RecordedVenue recorded = market[venue]!;
        return recorded.Paths[recorded.InstrumentOf(coin)];
    }

    private static double FallOf(RecordedMarket market, Observable observable, string coin)
    {
        ReadOnlySpan<double> prices = PricesOf(market, observable, coin);
        return prices.IsEmpty ? double.NaN : Min(prices) / prices[0] - 1;
    }

    private static ReadOnlySpan<double> PricesOf(RecordedMarket market, Observable observable, string coin)
    {
        RecordedPath path = PathOf(market, observable.Venue, coin);
        return path.Middle.AsSpan(path.Within(ObservableMeasures.WindowOf(market, observable)));
    }

    // Of equal lows the first; -1 where the window has no sample.
    private static int LowIn(RecordedPath path, TimeWindow window)
    {
        (int offset, int length) = path.Within(window).GetOffsetAndLength(path.Middle.Length);
        int low = -1;
        for (int i = offset; i < offset + length; i++)
        {
            low = low < 0 || path.Middle[i] < path.Middle[low] ? i : low;
        }

        return low;
    }

    private static double Min(ReadOnlySpan<double> prices)
    {
        double min = double.NaN;
        foreach (double price in prices)
        {
            min = price >= min ? min : price;
        }

        return min;
    }
}
