using System.Globalization;
using Breakwater.Indicators;

namespace Breakwater.Lab;

public sealed partial class MarketMeasures
{
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
}
