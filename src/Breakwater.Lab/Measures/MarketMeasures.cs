using System.Globalization;
using Breakwater.Data;
using Breakwater.Domain;
using Breakwater.Indicators;
using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>Indicators of what a store holds.</summary>
public sealed partial class MarketMeasures(IMarketStore store, MeasureQuestion question)
{
    private const double DaysPerYear = 365;
    private const int LongestWindow = 1 << 17;
    private const int SecondsPerMinute = 60;
    private static readonly Duration s_stalePatience = Duration.FromMinutes(5);

    private readonly IMarketStore _store = store;
    private readonly MeasureQuestion _question = question;
    private readonly SeriesReader _reader = new(store, question);

    public static IReadOnlyList<MarketIndicator> All { get; } =
    [
        new(
            "market-cap-loss",
            "what readings of market capitalisation lost, in all, a day and from peak to trough",
            all => all.MarketCapLosses()
        ),
        new("drawdown", "largest fall from a high, highs and lows of bars", all => all.Drawdowns()),
        new("candle", "the largest daily range and body of bars", all => all.Candles()),
        new("volatility", "realised volatility of bars, a year", all => all.Volatilities()),
        new(
            "correlation",
            "correlation and beta of daily returns over the last 30 common days, with the instrument of --against",
            all => all.Correlations()
        )
        {
            ComparesTwo = true,
        },
        new(
            "decoupling",
            "whether that correlation differs from the one before by more than chance",
            all => all.Decouplings()
        )
        {
            ComparesTwo = true,
        },
        new("support", "round prices as support: how often held, broken and won back", all => all.Supports()),
        new("amihud", "percent for a million of quote currency, bars with volume", all => all.Amihuds()),
        new("kyle", "price for a unit bought, by minute of trades", all => all.Kyles()),
        new("spread", "quoted spread of book levels, mean", all => all.Spreads()),
        new("depth", "what rests within a band, mean and least, in quote currency", all => all.Depths()),
        new(
            "stale",
            "share of observations in which a band stands still while the other side moves",
            all => all.StaleBands()
        ),
        new("resilience", "episodes of depth below half its mean, and the longest recovery", all => all.Resiliences()),
        new("funding", "mean funding, a year", all => all.Fundings()),
        new("basis", "mean of the perpetual over its index, tickers", all => all.Bases()),
        new("open-interest", "open interest over its mean of 30 days", all => all.OpenInterests()),
        new(
            "leverage-ratio",
            "open interest over what exchanges hold, with readings called reserve- and the instrument",
            all => all.LeverageRatios()
        ),
        new("liquidations", "published, and the interval for feeds of one order a second", all => all.Liquidations()),
        new(
            "reproduction",
            "R by price level of a fall: published forced sales over the bids within 1 %",
            all => all.Reproductions()
        ),
        new("flows", "flows of a week over an average flow's size", all => all.Flows()),
        new(
            "fear-greed",
            "the proxy from daily bars beside the published index",
            all => new FearGreedComparison(all._store, all._question).Measure()
        ),
    ];

    /// <param name="names">Of <see cref="All"/>; empty for all that need nothing more.</param>
    /// <exception cref="InputException">There is nothing to compare with, where one of them compares two.</exception>
    public IReadOnlyList<MeasuredSeries> Measure(IReadOnlyCollection<string> names)
    {
        RequireCompared(names);
        return
        [
            .. All.Where(indicator => names.Count == 0 || names.Contains(indicator.Name))
                .SelectMany(indicator => indicator.Measure(this))
                .Where(measured => double.IsFinite(measured.Value)),
        ];
    }

    private void RequireCompared(IReadOnlyCollection<string> names)
    {
        MarketIndicator? alone = All.FirstOrDefault(indicator =>
            indicator.ComparesTwo && names.Contains(indicator.Name)
        );
        if (alone is not null && _question.Against.Length == 0)
        {
            throw new InputException(
                $"{alone.Name} compares two instruments, expected --against (against= in an address) and one of them"
            );
        }
    }

    private static MeasuredSeries Of(string name, SeriesSpan span, double value, string unit, string reading = "") =>
        new(name, span.Name, value, unit, reading, span.Rows, span.From, span.To);

    private static string Number(double value) =>
        value.ToString(Math.Abs(value) >= 1000 ? "#,##0" : "0.####", CultureInfo.InvariantCulture);

    private static Timestamp At(DateTime time) =>
        Timestamp.FromUnixMilliseconds((long)(time - DateTime.UnixEpoch).TotalMilliseconds);
}
