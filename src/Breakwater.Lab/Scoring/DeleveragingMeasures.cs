using Breakwater.Domain;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>Measures of deleveraging and of who pays.</summary>
internal static class DeleveragingMeasures
{
    private static readonly FlowKind[] s_deleveraged = [FlowKind.Deleveraged];
    private static readonly FlowKind[] s_takenOver = [FlowKind.TakenOver];

    public static double Share(RecordedMarket market, Observable observable)
    {
        double deleveraged = Sum(market, observable, s_deleveraged);
        return deleveraged / (deleveraged + Sum(market, observable, s_takenOver));
    }

    public static double CoinShare(RecordedMarket market, Observable observable) =>
        FlowMeasures.ShareAmong(market, observable, s_deleveraged);

    public static double InProfit(RecordedMarket market, Observable observable)
    {
        DeleveragingMinute all = Total(market[observable.Venue]!, ObservableMeasures.WindowOf(market, observable));
        return all.Fills > 0 ? (double)all.InProfit / all.Fills : double.NaN;
    }

    public static double BadDebt(RecordedMarket market, Observable observable)
    {
        RecordedVenue venue = market[observable.Venue]!;
        DeleveragingMinute all = Total(venue, ObservableMeasures.WindowOf(market, observable));
        double deleveraged = Sum(market, observable, s_deleveraged);
        return deleveraged > 0 ? venue.Dollars(all.Debt) / deleveraged : double.NaN;
    }

    public static double FundFall(RecordedMarket market, Observable observable) => market[observable.Venue]!.FundFall;

    private static double Sum(RecordedMarket market, Observable observable, FlowKind[] kinds) =>
        FlowMeasures.Sum(market, observable, ObservableMeasures.WindowOf(market, observable), observable.Coin, kinds);

    private static DeleveragingMinute Total(RecordedVenue venue, TimeWindow window)
    {
        var total = new DeleveragingMinute(0, 0, Money.Zero);
        for (int minute = 0; minute < venue.Deleveraging.Count; minute++)
        {
            total += window.Contains(venue.Flows.TimeOf(minute))
                ? venue.Deleveraging[minute]
                : new DeleveragingMinute(0, 0, Money.Zero);
        }

        return total;
    }
}
