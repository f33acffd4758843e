using System.Globalization;
using System.Text;
using Breakwater.Data;

namespace Breakwater.Lab.Tests;

/// <summary>From files through a store to indicators, beside values that are known from elsewhere.</summary>
public sealed class MarketMeasuresTests : IDisposable
{
    private static readonly MeasureQuestion s_everything = new(
        "",
        "",
        new DateOnly(2009, 1, 3),
        new DateOnly(2099, 12, 31)
    );

    private readonly string _folder = Directory.CreateTempSubdirectory("breakwater-").FullName;
    private readonly ParquetStore _store;

    public MarketMeasuresTests() => _store = new ParquetStore(Path.Combine(_folder, "store"));

    public void Dispose()
    {
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Hourly_bars_give_drawdown_candle_and_volatility()
    {
        var text = new StringBuilder("open_time,open,high,low,close,volume\n");
        double[] closes = [100, 110, 99, 104.5];
        for (int hour = 0; hour < closes.Length; hour++)
        {
            double open = hour == 0 ? 100 : closes[hour - 1];
            text.Append(
                CultureInfo.InvariantCulture,
                $"{1760054400000 + (hour * 3_600_000L)},{open},{Math.Max(open, closes[hour]) + 1},{Math.Min(open, closes[hour]) - 1},{closes[hour]},5.5\n"
            );
        }

        Import("XYZUSDT-1h-2025-10-10.csv", text.ToString());

        Assert.Equal(1 - (98 / 111.0), Single("drawdown").Value, 12);
        Assert.Equal(111 - 98, Single("candle").Value, 12);
        double[] returns = [Math.Log(1.1), Math.Log(0.9), Math.Log(104.5 / 99)];
        Assert.Equal(Math.Sqrt(returns.Average(value => value * value) * 365 * 24), Single("volatility").Value, 9);
    }

    [Fact]
    public void Liquidations_of_a_thinned_feed_come_as_an_interval()
    {
        string rows = string.Concat(
            Enumerable.Range(0, 30).Select(second => $"x,A,{1760131200000000 + (second * 2_000_000L)},0,,sell,100,10\n")
        );

        Import("x_liquidations.csv", "exchange,symbol,timestamp,local_timestamp,id,side,price,amount\n" + rows);

        MeasuredSeries measured = Single("liquidations");
        Assert.Equal(30_000, measured.Value);
        // Half of the seconds have an order: ln 2 / 0.5 orders in each of them.
        Assert.Contains($"about {30_000 * 2 * Math.Log(2):#,##0}", measured.Reading, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_store_has_no_indicators()
    {
        Assert.Empty(new MarketMeasures(_store, s_everything).Measure([]));
    }

    [Fact]
    public void The_depth_of_10_October_is_stale_on_the_bid_side_since_the_crash_began()
    {
        new Importer(_store, new ImportOptions()).Import([RealFile("oct10_depth/BTCUSDT-bookDepth-2025-10-10.csv.gz")]);

        IReadOnlyList<MeasuredSeries> stale = new MarketMeasures(_store, s_everything).Measure(["stale"]);

        Assert.Equal(
            "-1 %, since 2025-10-10T20:50:34Z",
            stale.Single(band => band.Reading.StartsWith("-1", StringComparison.Ordinal)).Reading
        );
        Assert.All(stale.Where(band => band.Reading.StartsWith('+')), band => Assert.Equal(0, band.Value));
    }

    [Fact]
    public void The_candle_of_10_October_is_twenty_thousand_wide_and_nine_thousand_tall()
    {
        new Importer(_store, new ImportOptions()).Import([
            RealFile("oct10_prices/btcusdt_mark_5m/BTCUSDT-5m-2025-10-10.zip"),
        ]);

        MeasuredSeries candle = Single("candle");

        Assert.Equal(122457.5 - 101877.68981743, candle.Value, 6);
        Assert.Equal("on 2025-10-10, open to close -8,861", candle.Reading);
    }

    private static string RealFile(string name)
    {
        string? folder = Environment.GetEnvironmentVariable("BREAKWATER_DATA");
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); folder is null && at is not null; at = at.Parent)
        {
            folder = File.Exists(Path.Combine(at.FullName, "Breakwater.slnx"))
                ? Path.Combine(at.FullName, "..", "shared", "data")
                : null;
        }

        string path = Path.Combine(folder ?? "", name);
        Assert.SkipUnless(File.Exists(path), $"{name} is not here; BREAKWATER_DATA names the folder");
        return path;
    }

    private void Import(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        Assert.Empty(new Importer(_store, new ImportOptions()).Import([path]).Problems);
    }

    private MeasuredSeries Single(string name) =>
        Assert.Single(new MarketMeasures(_store, s_everything).Measure([name]));
}
