using System.Globalization;
using Breakwater.Data;
using Breakwater.Domain;
using Breakwater.Indicators;

namespace Breakwater.Lab;

/// <summary>Indicators of what a store holds.</summary>
public sealed partial class MarketMeasures(IMarketStore store, MeasureQuestion question)
{
    private const double DaysPerYear = 365;
    private const int LongestWindow = 1 << 17;
    private const int SecondsPerMinute = 60;
    private static readonly Duration s_stalePatience = Duration.FromMinutes(5);

    private readonly SeriesReader _reader = new(store, question);

    /// <summary>Every name with what it measures and what it needs.</summary>
    public static IReadOnlyList<(string Name, string Meaning)> All { get; } =
    [
        ("drawdown", "largest fall from a high, highs and lows of bars"),
        ("candle", "the largest daily range and body of bars"),
        ("volatility", "realised volatility of bars, a year"),
        ("amihud", "percent for a million of quote currency, bars with volume"),
        ("kyle", "price for a unit bought, by minute of trades"),
        ("spread", "quoted spread of book levels, mean"),
        ("depth", "what rests within a band, mean and least, in quote currency"),
        ("stale", "share of observations in which a band stands still while the other side moves"),
        ("resilience", "episodes of depth below half its mean, and the longest recovery"),
        ("funding", "mean funding, a year"),
        ("open-interest", "open interest over its mean of 30 days"),
        ("liquidations", "published, and the interval for feeds of one order a second"),
        ("flows", "flows of a week over an average flow's size"),
        ("fear-greed", "the proxy from daily bars beside the published index"),
    ];

    /// <param name="names">Of <see cref="All"/>; empty for all.</param>
    public IReadOnlyList<MeasuredSeries> Measure(IReadOnlyCollection<string> names)
    {
        (string Name, Func<IEnumerable<MeasuredSeries>> Measure)[] measures =
        [
            ("drawdown", Drawdowns),
            ("candle", Candles),
            ("volatility", Volatilities),
            ("amihud", Amihuds),
            ("kyle", Kyles),
            ("spread", Spreads),
            ("depth", Depths),
            ("stale", StaleBands),
            ("resilience", Resiliences),
            ("funding", Fundings),
            ("open-interest", OpenInterests),
            ("liquidations", Liquidations),
            ("flows", Flows),
            ("fear-greed", new FearGreedComparison(store, question).Measure),
        ];
        return
        [
            .. measures
                .Where(measure => names.Count == 0 || names.Contains(measure.Name))
                .SelectMany(measure => measure.Measure())
                .Where(measured => double.IsFinite(measured.Value)),
        ];
    }

    private static MeasuredSeries Of(string name, SeriesSpan span, double value, string unit, string reading = "") =>
        new(name, span.Name, value, unit, reading, span.Rows, span.From, span.To);

    private static string Number(double value) =>
        value.ToString(Math.Abs(value) >= 1000 ? "#,##0" : "0.####", CultureInfo.InvariantCulture);

    private static Timestamp At(DateTime time) =>
        Timestamp.FromUnixMilliseconds((long)(time - DateTime.UnixEpoch).TotalMilliseconds);
}
