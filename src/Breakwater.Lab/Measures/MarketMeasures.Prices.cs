using Breakwater.Data;
using Breakwater.Indicators;

namespace Breakwater.Lab;

public sealed partial class MarketMeasures
{
    private static readonly string[] s_barViews = ["bars", StoreViews.DailyBars, StoreViews.MarkBars];

    private IEnumerable<MeasuredSeries> Bars<T>(
        string columns,
        Func<string, T> open,
        Action<T, DateTime, double[]> observe,
        Func<T, SeriesSpan, MeasuredSeries?> close
    )
    {
        foreach (string view in s_barViews)
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
            "date_trunc('minute', time), (array_agg(price ORDER BY time DESC))[1], sum(CASE side WHEN 'buy' THEN quantity WHEN 'sell' THEN -quantity ELSE 0 END)";
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

    private IEnumerable<MeasuredSeries> Supports()
    {
        foreach (string view in s_barViews)
        {
            foreach (
                (RoundLevels levels, SeriesSpan span) in _reader.Read(
                    view,
                    "time, low, close",
                    _ => new RoundLevels(),
                    (levels, _, values) => levels.Add(values[0], values[1])
                )
            )
            {
                foreach ((double price, SupportLevel level) in levels.Tested())
                {
                    string state = level.IsBelow ? "below it" : "above it";
                    yield return Of(
                        "support",
                        span,
                        level.Held,
                        "times held",
                        $"{Number(price)}: broken {level.Broken}, won back {level.Reclaimed}, now {state}"
                    );
                }
            }
        }
    }

    private IEnumerable<MeasuredSeries> MarketCapLosses() =>
        new SeriesReader(_store, _question with { Venue = "", Instrument = "market-cap" })
            .Read("readings", "time, value", _ => new List<double>(), (values, _, row) => values.Add(row[0]))
            .Where(series => series.Span.To > series.Span.From)
            .Select(series =>
            {
                var loss = WindowLoss.Of(series.Observer.ToArray(), (series.Span.To - series.Span.From).TotalDays);
                string reading =
                    $"a day {Number(loss.LossPerDay)}, from a peak to a trough {Number(loss.PeakToTrough)}";
                return Of("market-cap-loss", series.Span, loss.Loss, "as read", reading);
            });
}
