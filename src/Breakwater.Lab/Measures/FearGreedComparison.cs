using Breakwater.Data;
using Breakwater.Indicators;

namespace Breakwater.Lab;

/// <summary>The Fear and Greed proxy of daily bars beside the published index, on the days that have both.</summary>
internal sealed class FearGreedComparison(IMarketStore store, MeasureQuestion question)
{
    public IEnumerable<MeasuredSeries> Measure()
    {
        Dictionary<DateOnly, double> published = Published();
        var reader = new SeriesReader(store, question);
        foreach (
            (Pairs pairs, SeriesSpan span) in reader.Read(
                StoreViews.DailyBars,
                "time, close, coalesce(quote_volume, volume)",
                _ => new Pairs(published),
                (pairs, time, values) => pairs.Add(time, values[0], values[1])
            )
        )
        {
            if (pairs.Count > 1)
            {
                string reading = FormattableString.Invariant(
                    $"mean error {pairs.MeanError:0.0} points, mean absolute error {pairs.MeanAbsoluteError:0.0}, latest {pairs.Latest:0} beside {pairs.LatestPublished:0}"
                );
                yield return new MeasuredSeries(
                    "fear-greed",
                    span.Name,
                    pairs.RankCorrelation,
                    "rank correlation",
                    reading,
                    pairs.Count,
                    span.From,
                    span.To
                );
            }
        }
    }

    private Dictionary<DateOnly, double> Published()
    {
        var all = new Dictionary<DateOnly, double>();
        var reader = new SeriesReader(store, question with { Venue = "", Instrument = "fear-and-greed" });
        reader.Read(
            "readings",
            "time, value",
            _ => all,
            (days, time, values) => days[DateOnly.FromDateTime(time)] = values[0]
        );
        return all;
    }

    private sealed class Pairs(Dictionary<DateOnly, double> published)
    {
        private readonly FearGreedProxy _proxy = new();
        private readonly List<double> _ours = [];
        private readonly List<double> _theirs = [];

        public int Count => _ours.Count;

        public double Latest => _ours[^1];

        public double LatestPublished => _theirs[^1];

        public double RankCorrelation => Indicators.RankCorrelation.Of(_ours.ToArray(), _theirs.ToArray());

        public double MeanError => _ours.Zip(_theirs, (ours, theirs) => ours - theirs).Average();

        public double MeanAbsoluteError => _ours.Zip(_theirs, (ours, theirs) => Math.Abs(ours - theirs)).Average();

        public void Add(DateTime time, double close, double volume)
        {
            double value = _proxy.Add(close, volume, dominance: double.NaN);
            if (!double.IsNaN(value) && published.TryGetValue(DateOnly.FromDateTime(time), out double reading))
            {
                _ours.Add(value);
                _theirs.Add(reading);
            }
        }
    }
}
