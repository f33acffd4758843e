using Breakwater.Indicators;

namespace Breakwater.Lab;

public sealed partial class MarketMeasures
{
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

    private IEnumerable<MeasuredSeries> Bases() =>
        _reader
            .Read(
                "tickers",
                "time, coalesce(last_price, mark_price), index_price",
                _ => new Mean(),
                (mean, _, values) => mean.Add(Carry.Basis(values[0], values[1]))
            )
            .Select(series =>
                Of(
                    "basis",
                    series.Span,
                    series.Observer.Value,
                    "of the index",
                    $"from {Number(series.Observer.Lowest)} to {Number(series.Observer.Highest)}"
                )
            );

    private IEnumerable<MeasuredSeries> LeverageRatios()
    {
        foreach (
            (DailyCloses held, SeriesSpan span) in _reader.Read(
                "open_interest",
                "time, open_interest",
                _ => new DailyCloses(),
                (days, time, values) => days.Add(time, values[0])
            )
        )
        {
            DailyCloses reserve = ReserveOf(span.Instrument);
            var ratios = new Mean();
            DateOnly[] common = [.. held.Days.Where(reserve.Has)];
            foreach (DateOnly day in common)
            {
                ratios.Add(Carry.EstimatedLeverageRatio(held[day], reserve[day]));
            }

            double last =
                common.Length == 0 ? double.NaN : Carry.EstimatedLeverageRatio(held[common[^1]], reserve[common[^1]]);
            yield return Of(
                "leverage-ratio",
                span,
                last,
                "ratio",
                $"mean {Number(ratios.Value)} of {common.Length} days"
            );
        }
    }

    private DailyCloses ReserveOf(string instrument)
    {
        var all = new DailyCloses();
        new SeriesReader(_store, _question with { Venue = "", Instrument = "reserve-" + instrument }).Read(
            "readings",
            "time, value",
            _ => all,
            (days, time, values) => days.Add(time, values[0])
        );
        return all;
    }

    private IEnumerable<MeasuredSeries> Reproductions()
    {
        Dictionary<string, DepthSeries> depths = _reader
            .Read(
                "depth_bands",
                "time, notional",
                _ => new DepthSeries(),
                (depth, time, values) => depth.Add(time, values[0]),
                "AND band_percent = -1"
            )
            .ToDictionary(series => series.Span.Market, series => series.Observer);
        IReadOnlyList<(ForcedSalesByLevel, SeriesSpan)> sales = _reader.Read(
            "liquidations",
            "time, price, price * coalesce(filled_quantity, quantity)",
            name => new ForcedSalesByLevel(depths.GetValueOrDefault(SeriesSpan.MarketOf(name))),
            (levels, time, values) => levels.Add(time, values[0], values[1]),
            "AND side = 'sell'"
        );
        return sales.SelectMany(series =>
            series
                .Item1.Levels()
                .Select(level =>
                    Of(
                        "reproduction",
                        series.Item2,
                        Reproduction.Number(level.Sold, level.Depth, passThrough: 1),
                        "R",
                        $"{level.From} to {level.From + 1} % below {Number(series.Item1.Start)}: sold {Number(level.Sold)}, bids {Number(level.Depth)}"
                    )
                )
        );
    }
}
