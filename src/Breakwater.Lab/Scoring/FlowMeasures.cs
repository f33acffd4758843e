using Breakwater.Domain;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>Measures of what was forced out: closed by an order, a take-over or deleveraging of the loser; each once.</summary>
internal static class FlowMeasures
{
    private static readonly FlowKind[] s_forced = [FlowKind.Liquidated, FlowKind.TakenOver, FlowKind.DeleveragedAway];

    public static double Forced(RecordedMarket market, Observable observable) =>
        Sum(market, observable, Window(market, observable), observable.Coin, s_forced);

    public static double PeakMinuteShare(RecordedMarket market, Observable observable)
    {
        Duration minute = Duration.FromMinutes(1);
        TimeWindow window = Window(market, observable);
        double largest = 0;
        for (Timestamp start = window.Start; start < window.End; start += minute)
        {
            var one = new TimeWindow(start, start + minute);
            largest = Math.Max(largest, Sum(market, observable, one, observable.Coin, s_forced));
        }

        return largest / Forced(market, observable);
    }

    public static double ShareOfRun(RecordedMarket market, Observable observable) =>
        Forced(market, observable) / Sum(market, observable, market.Run, observable.Coin, s_forced);

    public static double LongShare(RecordedMarket market, Observable observable) =>
        Sum(market, observable, Window(market, observable), observable.Coin, s_forced, isLong: true)
        / Forced(market, observable);

    public static double CoinShare(RecordedMarket market, Observable observable) =>
        ShareAmong(market, observable, s_forced);

    /// <summary>The observable's coin in all that it is taken among.</summary>
    internal static double ShareAmong(RecordedMarket market, Observable observable, FlowKind[] kinds)
    {
        TimeWindow window = Window(market, observable);
        return Sum(market, observable, window, observable.Coin, kinds)
            / observable.Among.Sum(coin => Sum(market, observable, window, coin, kinds));
    }

    /// <summary>Dollars of some kinds at the observable's venues.</summary>
    /// <param name="coin">Or all of them.</param>
    /// <param name="isLong">Null for both sides.</param>
    internal static double Sum(
        RecordedMarket market,
        Observable observable,
        TimeWindow window,
        string coin,
        FlowKind[] kinds,
        bool? isLong = null
    ) =>
        ObservableMeasures
            .VenuesOf(market, observable)
            .Sum(venue =>
                Enumerable
                    .Range(0, venue.Coins.Count)
                    .Where(instrument => coin == Observable.All || venue.Coins[instrument] == coin)
                    .Sum(instrument => SumOf(venue, window, instrument, kinds, isLong))
            );

    private static double SumOf(RecordedVenue venue, TimeWindow window, int instrument, FlowKind[] kinds, bool? isLong)
    {
        Money sum = Money.Zero;
        for (int minute = 0; minute < venue.Flows.Minutes; minute++)
        {
            if (!window.Contains(venue.Flows.TimeOf(minute)))
            {
                continue;
            }

            foreach (FlowKind kind in kinds)
            {
                sum += isLong == false ? Money.Zero : venue.Flows.At(minute, instrument, isLong: true, kind).Notional;
                sum += isLong == true ? Money.Zero : venue.Flows.At(minute, instrument, isLong: false, kind).Notional;
            }
        }

        return venue.Dollars(sum);
    }

    private static TimeWindow Window(RecordedMarket market, Observable observable) =>
        ObservableMeasures.WindowOf(market, observable);
}
