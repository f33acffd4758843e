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
}
