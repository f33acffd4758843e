using System.Globalization;
using Breakwater.Data;
using Breakwater.Domain;
using Breakwater.Indicators;

namespace Breakwater.Lab;

/// <summary>Indicators of what a store holds.</summary>
public sealed class MarketMeasures(IMarketStore store, MeasureQuestion question)
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

    private IEnumerable<MeasuredSeries> Bars<T>(
        string columns,
        Func<string, T> open,
        Action<T, DateTime, double[]> observe,
        Func<T, SeriesSpan, MeasuredSeries?> close
    )
    {
        foreach (string view in new[] { "bars", StoreViews.DailyBars, StoreViews.MarkBars })
        {
            foreach ((T observer, SeriesSpan span) in _reader.Read(view, columns, open, observe))
            {
                if (close(observer, span) is { } measured)
                {
                    yield return measured;
                }
            }
        }
    }

    private IEnumerable<MeasuredSeries> Drawdowns() =>
        Bars(
            "time, high, low",
            _ => new Drawdown(),
            (drawdown, _, values) =>
            {
                drawdown.Add(values[0]);
                drawdown.Add(values[1]);
            },
            (drawdown, span) =>
                Of(
                    "drawdown",
                    span,
                    drawdown.Worst,
                    "share",
                    $"high {Number(drawdown.High)}, now {Number(drawdown.Current)}"
                )
        );

    private IEnumerable<MeasuredSeries> Candles() =>
        Bars(
            "time, open, high, low, close",
            _ => new DailyCandles(),
            (days, time, values) => days.Add(time, new Candle(values[0], values[1], values[2], values[3])),
            (days, span) =>
                Of(
                    "candle",
                    span,
                    days.Widest.Range,
                    "price",
                    $"on {days.WidestDay:yyyy-MM-dd}, open to close {Number(days.Widest.Body)}"
                )
        );

    private IEnumerable<MeasuredSeries> Volatilities() =>
        Bars(
            "time, close",
            _ => new SeriesOfCloses(),
            (closes, time, values) => closes.Add(time, values[0]),
            (closes, span) =>
                closes.Volatility(DaysPerYear) is { } value ? Of("volatility", span, value, "a year") : null
        );

    private IEnumerable<MeasuredSeries> Amihuds() =>
        Bars(
            "time, close, coalesce(quote_volume, volume * close)",
            _ => new Amihud(LongestWindow),
            (amihud, _, values) => amihud.Add(values[0], values[1]),
            (amihud, span) =>
                double.IsNaN(amihud.Current) ? null : Of("amihud", span, amihud.Current * 1e8, "% for a million")
        );

    private IEnumerable<MeasuredSeries> Kyles()
    {
        const string ByMinute =
            "date_trunc('minute', time), arg_max(price, time), sum(CASE side WHEN 'buy' THEN quantity WHEN 'sell' THEN -quantity ELSE 0 END)";
        return _reader
            .Read(
                "trades",
                ByMinute,
                _ => new KyleLambda(LongestWindow),
                (lambda, _, values) => lambda.Add(values[0], values[1]),
                "GROUP BY 1, 2"
            )
            .Select(series => Of("kyle", series.Span, series.Observer.Current, "price for a unit"));
    }

    private IEnumerable<MeasuredSeries> Spreads() =>
        _reader
            .Read(
                "book_levels",
                "time, bid_price, ask_price",
                _ => new Mean(),
                (mean, _, values) => mean.Add(Spread.Quoted(values[0], values[1])),
                "AND level = 0"
            )
            .Select(series =>
                Of("spread", series.Span, series.Observer.Value, "bp", $"widest {Number(series.Observer.Highest)}")
            );

    private IEnumerable<MeasuredSeries> Depths() =>
        Bands("time, notional", _ => new Mean(), (mean, _, values) => mean.Add(values[0]))
            .Select(band =>
                Of(
                    "depth",
                    band.Span,
                    band.Observer.Value,
                    "quote",
                    $"{band.Name}, least {Number(band.Observer.Lowest)}"
                )
            );

    private IEnumerable<MeasuredSeries> Resiliences() =>
        Bands(
                "time, notional",
                _ => new Resilience(60, 0.5, 0.8),
                (resilience, time, values) => resilience.Add(At(time), values[0])
            )
            .Select(band =>
                Of(
                    "resilience",
                    band.Span,
                    band.Observer.Episodes,
                    "episodes",
                    $"{band.Name}, longest recovery {band.Observer.LongestRecovery}, down to {Number(band.Observer.DeepestShare)}{(band.Observer.IsOpen ? ", still open" : "")}"
                )
            );

    private IEnumerable<(string Name, T Observer, SeriesSpan Span)> Bands<T>(
        string columns,
        Func<string, T> open,
        Action<T, DateTime, double[]> observe
    )
    {
        foreach (int band in new[] { -5, -2, -1, 1, 2, 5 })
        {
            string filter = string.Create(CultureInfo.InvariantCulture, $"AND band_percent = {band}");
            foreach ((T observer, SeriesSpan span) in _reader.Read("depth_bands", columns, open, observe, filter))
            {
                yield return (string.Create(CultureInfo.InvariantCulture, $"{band:+0;-0} %"), observer, span);
            }
        }
    }

    private IEnumerable<MeasuredSeries> StaleBands()
    {
        foreach (int band in new[] { -5, -2, -1, 1, 2, 5 })
        {
            string both = string.Create(
                CultureInfo.InvariantCulture,
                $"time, max(CASE WHEN band_percent = {band} THEN notional END), max(CASE WHEN band_percent = {-band} THEN notional END)"
            );
            IReadOnlyList<(StaleFeed, SeriesSpan)> all = _reader.Read(
                "depth_bands",
                both,
                _ => new StaleFeed(s_stalePatience, oppositeChanges: 5),
                (feed, time, values) => feed.Add(At(time), values[0], values[1]),
                "GROUP BY 1, 2"
            );
            foreach ((StaleFeed feed, SeriesSpan span) in all)
            {
                string state = feed.IsStale ? $"since {feed.Since}" : "moves at the end";
                yield return Of(
                    "stale",
                    span,
                    (double)feed.StaleCount / span.Rows,
                    "share",
                    $"{band:+0;-0} %, {state}"
                );
            }
        }
    }

    private IEnumerable<MeasuredSeries> Fundings() =>
        _reader
            .Read("funding", "time, rate", _ => new Mean(), (mean, _, values) => mean.Add(values[0]))
            .Select(series =>
            {
                double hours = (series.Span.To - series.Span.From).TotalHours / Math.Max(1, series.Span.Rows - 1);
                return Of(
                    "funding",
                    series.Span,
                    Carry.AnnualFunding(series.Observer.Value, hours),
                    "a year",
                    $"every {Number(hours)} h"
                );
            });

    private IEnumerable<MeasuredSeries> OpenInterests() =>
        _reader
            .Read(
                "open_interest",
                "date_trunc('day', time), avg(open_interest)",
                _ => new LastRatio(30),
                (ratio, _, values) => ratio.Add(values[0]),
                "GROUP BY 1, 2"
            )
            .Where(series => !double.IsNaN(series.Observer.Value))
            .Select(series => Of("open-interest", series.Span, series.Observer.Value, "of its mean"));

    private IEnumerable<MeasuredSeries> Liquidations()
    {
        const string ByMinute =
            "date_trunc('minute', time), sum(price * coalesce(filled_quantity, quantity)), count(DISTINCT date_trunc('second', time))";
        return _reader
            .Read(
                "liquidations",
                ByMinute,
                _ => new LiquidationTotal(),
                (total, _, values) =>
                    total.Add(LiquidationBounds.OfWindow(values[0], (int)values[1], SecondsPerMinute)),
                "GROUP BY 1, 2"
            )
            .Select(series =>
                Of(
                    "liquidations",
                    series.Span,
                    series.Observer.Bounds.Published,
                    "quote",
                    $"at least; about {Number(series.Observer.Bounds.Estimate)}, at most {Number(series.Observer.Bounds.Upper)} if the feed shows one order a second"
                )
            );
    }

    private IEnumerable<MeasuredSeries> Flows() =>
        _reader
            .Read(
                "fund_flows",
                "time, flow_usd, abs(flow_usd)",
                _ => new LastPressure(),
                (pressure, _, values) => pressure.Add(values[0], values[1]),
                "AND fund = 'Total'"
            )
            .Where(series => !double.IsNaN(series.Observer.Value))
            .Select(series =>
                Of("flows", series.Span, series.Observer.Value, "average days", "5 days' sum over the mean size of 30")
            );
}
