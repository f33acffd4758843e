namespace Breakwater.Data.Tests;

/// <summary>Files of 10 October 2025, with the traps that are known to lie in them.</summary>
public sealed class RealFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ParquetStore _store;

    public RealFileTests() => _store = new ParquetStore(_folder.Store);

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void The_bid_side_of_the_depth_file_freezes_in_the_crash_and_the_ask_side_never_does()
    {
        ImportSummary summary = _store.Import(MarketData.File("oct10_depth/BTCUSDT-bookDepth-2025-10-10.csv.gz"));

        Suspicion[] stale = [.. summary.Series[0].Suspicions.Where(suspicion => suspicion.Code == "stale-side")];
        Assert.All(stale, suspicion => Assert.StartsWith("bid band", suspicion.Text, StringComparison.Ordinal));
        Suspicion nearest = Assert.Single(
            stale,
            suspicion => suspicion.Text.Contains("-1 %", StringComparison.Ordinal)
        );
        Assert.Equal(new DateTime(2025, 10, 10, 23, 59, 30), nearest.To);
        Assert.Equal((28_789L, 1L), (summary.RowsRead, summary.RowsRejected));
    }

    [Fact]
    public void The_five_minute_bars_are_marks_and_the_fourth_of_October_is_missing()
    {
        string folder = MarketData.File("oct10_prices/btcusdt_mark_5m");

        SeriesSummary series = Assert.Single(
            _store.Import([.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)]).Series
        );

        Assert.Equal("mark_bars-5m", series.Kind);
        Assert.Equal(25_920, series.Rows);
        Assert.Equal("no-volume", Assert.Single(series.Suspicions).Code);
        Assert.Equal(
            new Gap(new DateTime(2025, 10, 3, 23, 55, 0), new DateTime(2025, 10, 5)),
            Assert.Single(series.LongestGaps)
        );
    }

    [Fact]
    public void Gemini_printed_no_bitcoin_trade_while_the_low_was_made()
    {
        SeriesSummary series = _store
            .Import(MarketData.File("oct10_prices/gemini_trades_2025-10-10_BTCUSD.csv.gz"))
            .Series[0];

        Assert.Equal(24_706, series.Rows);
        Assert.Contains(
            series.LongestGaps,
            gap =>
                TimeOnly.FromDateTime(gap.From).ToLongTimeString() == "21:13:57"
                && TimeOnly.FromDateTime(gap.To).ToLongTimeString() == "21:20:46"
        );
    }

    [Fact]
    public void The_traded_low_is_where_it_is_known_to_be()
    {
        _store.Import(MarketData.File("oct10_prices/binance_btcusdt_perp_trades_1m_2025-10-10T2050_2149.csv"));

        Assert.Equal("2025-10-10 21:20:00 | 101516.5", _store.Table("SELECT arg_min(time, low), min(low) FROM bars"));
    }

    [Fact]
    public void Inverse_perpetuals_are_counted_in_contracts()
    {
        SeriesSummary series = _store
            .Import(MarketData.File("oct10_prices/perp_trades/AAVEUSD_PERP_2025-10-10.csv.gz"))
            .Series[0];

        Assert.Equal("whole-quantities", Assert.Single(series.Suspicions).Code);
    }
}
