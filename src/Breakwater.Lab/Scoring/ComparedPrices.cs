using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>Sets what a run shows of prices and books beside what was observed, measured as the scoreboard measures it.</summary>
internal static class ComparedPrices
{
    private const double MinutesOfDay = 24 * 60;

    private static readonly Dictionary<string, ObservableMeasure> s_measures = new(StringComparer.Ordinal)
    {
        ["fall"] = ObservableMeasure.Fall,
        ["low_time"] = ObservableMeasure.LowTime,
        ["eth_over_btc_fall"] = ObservableMeasure.FallRatio,
        ["low_over_spot"] = ObservableMeasure.LowRatio,
        ["worst_spread"] = ObservableMeasure.WorstSpread,
        ["worst_top_of_book_depth"] = ObservableMeasure.WorstDepth,
    };

    public static bool Has(string name) => s_measures.ContainsKey(name);

    /// <returns>In the unit of what was observed: a time of day in minutes since midnight.</returns>
    public static ComparedFigure Of(RecordedMarket market, ObservedValue observed)
    {
        Measured measured = ObservableMeasures.Of(market, AsObservable(observed));
        return measured.Value is { } value
            ? new ComparedFigure(observed, (decimal)InUnit(observed, value), NotComparable: null)
            : new ComparedFigure(observed, Modelled: null, measured.Reason);
    }

    private static double InUnit(ObservedValue observed, double value) =>
        s_measures[observed.Name] == ObservableMeasure.LowTime
            ? (observed.WindowStart.ToDateTimeOffset().TimeOfDay.TotalMinutes + value) % MinutesOfDay
            : value;

    // "ETH/BTC" and "binance-usdm/coinbase-spot": the second is what the first is held against.
    private static Observable AsObservable(ObservedValue observed)
    {
        string[] coins = observed.Coin.Split('/');
        string[] venues = observed.Venue.Split('/');
        return new Observable
        {
            Id = observed.Name,
            Name = observed.Name,
            Use = ObservableUse.HeldOut,
            Measure = s_measures[observed.Name],
            Venue = venues[0],
            Coin = coins[0],
            AgainstVenue = venues.ElementAtOrDefault(1),
            AgainstCoin = coins.ElementAtOrDefault(1),
            Among = [],
            WindowStart = observed.WindowStart,
            WindowEnd = observed.WindowEnd,
            Low = 0,
            High = 0,
            Error = 0,
            Cap = 0,
            Unit = ObservableUnit.Ratio,
            Observed = observed.Definition,
            Modelled = "",
            Basis = Basis.Reported,
            Source = observed.Source,
            Date = default,
        };
    }
}
