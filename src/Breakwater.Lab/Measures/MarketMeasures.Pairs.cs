using System.Globalization;
using Breakwater.Data;
using Breakwater.Indicators;
using Breakwater.Runs;

namespace Breakwater.Lab;

public sealed partial class MarketMeasures
{
    private IEnumerable<MeasuredSeries> Correlations() =>
        Pairs()
            .Where(pair => pair.Returns.Count > 2)
            .Select(pair =>
            {
                RollingRegression recent = pair.Returns.Recent;
                string reading = string.Create(
                    CultureInfo.InvariantCulture,
                    $"with {_question.Against} over {recent.Count} returns, beta {recent.Beta:0.##}"
                );
                return Of("correlation", pair.Span, recent.Correlation, "-1 to 1", reading);
            });

    private IEnumerable<MeasuredSeries> Decouplings() =>
        Pairs()
            .Where(pair => pair.Returns.CanBeTested)
            .Select(pair =>
            {
                Decoupling test = pair.Returns.Decoupling;
                string verdict =
                    test.HasRisen ? "has risen"
                    : test.HasFallen ? "has fallen"
                    : "no more than chance";
                string reading = string.Create(
                    CultureInfo.InvariantCulture,
                    $"with {_question.Against}: {pair.Returns.Before.Correlation:0.00} before, {pair.Returns.Recent.Correlation:0.00} over the last {PairedReturns.RecentDays} returns, {verdict}"
                );
                return Of("decoupling", pair.Span, test.Statistic, "normal", reading);
            });

    private IEnumerable<(PairedReturns Returns, SeriesSpan Span)> Pairs()
    {
        if (_question.Against.Length == 0)
        {
            return [];
        }

        DailyCloses index =
            Closes(_question with { Venue = "", Instrument = _question.Against })
                .Select(series => series.Closes)
                .FirstOrDefault()
            ?? throw new InputException($"'{_question.Against}' has no closes in the store in this time");
        return Closes(_question)
            .Where(series => series.Span.Instrument != _question.Against)
            .Select(series => (new PairedReturns(index, series.Closes), series.Span));
    }

    private IEnumerable<(DailyCloses Closes, SeriesSpan Span)> Closes(MeasureQuestion question)
    {
        var reader = new SeriesReader(_store, question);
        return s_barViews.SelectMany(view =>
            reader.Read(
                view,
                "time, close",
                _ => new DailyCloses(),
                (closes, time, values) => closes.Add(time, values[0])
            )
        );
    }
}
