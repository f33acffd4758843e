using Breakwater.Data;
using Breakwater.Indicators;

namespace Breakwater.Lab;

public sealed partial class MarketMeasures
{
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
}
