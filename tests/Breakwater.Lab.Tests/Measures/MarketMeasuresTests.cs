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

    [Fact]
    public void Returns_on_common_days_are_correlated_as_by_the_formula_and_have_come_apart()
    {
        (double[] index, double[] coin) = TwoWalks(days: 90);
        Import("spy.csv", Dated("Close", index), "daily", "SPY");
        Import("coin.csv", Dated("Close", coin), "daily", "COIN");
        MeasureQuestion question = s_everything with { Instrument = "COIN", Against = "SPY" };

        MeasuredSeries correlation = Assert.Single(new MarketMeasures(_store, question).Measure(["correlation"]));
        MeasuredSeries decoupling = Assert.Single(new MarketMeasures(_store, question).Measure(["decoupling"]));

        (double r, double beta) = Naive(Returns(index)[^30..], Returns(coin)[^30..]);
        (double before, _) = Naive(Returns(index)[..^30], Returns(coin)[..^30]);
        Assert.Equal(r, correlation.Value, 9);
        Assert.Contains($"beta {beta:0.##}", correlation.Reading, StringComparison.Ordinal);
        double error = Math.Sqrt((1.0 / (59 - 3)) + (1.0 / (30 - 3)));
        Assert.Equal((Math.Atanh(r) - Math.Atanh(before)) / error, decoupling.Value, 9);
        Assert.EndsWith("has fallen", decoupling.Reading, StringComparison.Ordinal);
    }

    [Fact]
    public void An_instrument_to_compare_with_that_is_not_there_is_named()
    {
        var measures = new MarketMeasures(_store, s_everything with { Against = "SPY" });

        Assert.Contains(
            "'SPY' has no closes",
            Assert.Throws<Runs.InputException>(() => measures.Measure(["correlation"])).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Round_prices_are_held_broken_and_won_back()
    {
        double[] closes = [130, 112, 125, 104, 122, 96, 88, 106, 131];
        Import("coin.csv", Dated("Close", closes), "daily", "COIN");

        IReadOnlyList<MeasuredSeries> support = new MarketMeasures(_store, s_everything).Measure(["support"]);

        // Steps of ten; each low is its close. The series goes below 120 three times, below 100 and 90 once, and ends above all.
        Assert.Equal(
            ["90: broken 1, won back 1, now above it", "100: broken 1, won back 1, now above it"],
            support.Take(2).Select(row => row.Reading)
        );
        Assert.Contains("120: broken 3, won back 3, now above it", support.Select(row => row.Reading));
    }

    [Fact]
    public void A_market_s_capitalisation_has_a_loss_a_day_and_from_peak_to_trough()
    {
        Import("cap.csv", Dated("Value", [4.0e12, 4.3e12, 3.1e12, 3.2e12, 3.4e12]), "readings", "market-cap");

        MeasuredSeries loss = Single("market-cap-loss");

        Assert.Equal(0.6e12, loss.Value, 1.0);
        Assert.Equal("a day 150,000,000,000, from a peak to a trough 1,200,000,000,000", loss.Reading);
    }

    [Fact]
    public void Basis_is_the_mean_over_tickers()
    {
        Import(
            "x_derivative_ticker.csv",
            """
            exchange,symbol,timestamp,local_timestamp,funding_timestamp,funding_rate,predicted_funding_rate,open_interest,last_price,index_price,mark_price
            x,A,1760131200000000,0,0,0.0001,,5,98,100,99
            x,A,1760131260000000,0,0,0.0001,,5,,100,101

            """
        );

        MeasuredSeries basis = Single("basis");

        Assert.Equal((-0.02 + 0.01) / 2, basis.Value, 12);
        Assert.Equal("from -0.02 to 0.01", basis.Reading);
    }

    [Fact]
    public void Open_interest_over_the_reserve_of_its_instrument_is_the_leverage_ratio()
    {
        Import("oi.csv", Dated("Value", [30, 40, 60]), "open_interest", "BTCUSDT", "open_interest");
        Import("reserve.csv", Dated("Value", [200, 160]), "readings", "reserve-BTCUSDT");

        MeasuredSeries ratio = Single("leverage-ratio");

        Assert.Equal(0.25, ratio.Value);
        Assert.Equal("mean 0.2 of 2 days", ratio.Reading);
    }

    [Fact]
    public void R_by_price_level_is_what_was_sold_over_the_bids_that_it_met()
    {
        Import(
            "BTCUSDT-bookDepth-2025-10-10.csv",
            """
            timestamp,percentage,depth,notional
            2025-10-10 21:20:00,-1,4.5,1000
            2025-10-10 21:20:00,1,4.5,7
            2025-10-10 21:21:00,-1,4.5,400

            """
        );
        Import(
            "binance_liquidations_2025-10-10_BTCUSDT.csv",
            """
            exchange,symbol,timestamp,local_timestamp,id,side,price,amount
            binance,BTCUSDT,1760131190000000,0,,sell,101,1
            binance,BTCUSDT,1760131201000000,0,,sell,100.9,2
            binance,BTCUSDT,1760131202000000,0,,buy,100.9,50
            binance,BTCUSDT,1760131203000000,0,,sell,99.9,3
            binance,BTCUSDT,1760131262000000,0,,sell,99.5,6

            """
        );

        IReadOnlyList<MeasuredSeries> levels = new MarketMeasures(_store, s_everything).Measure(["reproduction"]);

        // The sale at 101 came before any depth. 100.9 met 1,000 in the first percent; in the second 99.9 met 1,000 and 99.5 met 400.
        double met = ((299.7 * 1000) + (597 * 400)) / (299.7 + 597);
        Assert.Equal(2, levels.Count);
        Assert.Equal(201.8 / 1000, levels[0].Value, 9);
        Assert.Equal((299.7 + 597) / met, levels[1].Value, 9);
        Assert.StartsWith("1 to 2 % below 101:", levels[1].Reading, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_name_stands_with_its_formula_on_the_page_of_indicators()
    {
        string page = File.ReadAllText(Path.Combine(Checkout(), "docs", "indicators.md"));

        Assert.All(MarketMeasures.All, each => Assert.Contains($"| `{each.Name}` |", page, StringComparison.Ordinal));
        Assert.Equal(
            MarketMeasures.All.Count,
            page.Split('\n').Count(line => line.StartsWith("| `", StringComparison.Ordinal))
        );
    }

    private static string RealFile(string name)
    {
        string folder =
            Environment.GetEnvironmentVariable("BREAKWATER_DATA") ?? Path.Combine(Checkout(), "..", "shared", "data");
        string path = Path.Combine(folder, name);
        Assert.SkipUnless(File.Exists(path), $"{name} is not here; BREAKWATER_DATA names the folder");
        return path;
    }

    private void Import(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        Assert.Empty(new Importer(_store, new ImportOptions()).Import([path]).Problems);
    }

    private void Import(string name, string text, string kind, string instrument, string column = "")
    {
        string store = kind == "daily" ? "bars" : kind;
        string columns =
            kind == "daily"
                ? "open: Close, high: Close, low: Close, close: Close, volume: Volume"
                : $"{(column.Length > 0 ? column : "value")}: Value";
        string mapping = Path.Combine(_folder, name + ".yaml");
        File.WriteAllText(
            mapping,
            $"kind: {store}\nvenue: v\ninstrument: {instrument}\ncolumns: {{ time: Date, {columns} }}\n"
        );
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        var options = new ImportOptions { Format = MappingFile.Read(mapping) };
        Assert.Empty(new Importer(_store, options).Import([path]).Problems);
    }

    private static string Dated(string column, double[] values) =>
        string.Concat(
            values
                .Select(
                    (value, day) =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{new DateOnly(2025, 9, 1).AddDays(day):yyyy-MM-dd},{value:R},1\n"
                        )
                )
                .Prepend($"Date,{column},Volume\n")
        );

    // The coin follows the index until the last thirty days, and then goes its own way.
    private static (double[] Index, double[] Coin) TwoWalks(int days)
    {
        var random = new Random(7);
        double[] index = new double[days];
        double[] coin = new double[days];
        (index[0], coin[0]) = (600, 100_000);
        for (int day = 1; day < days; day++)
        {
            double common = (random.NextDouble() - 0.5) * 0.02;
            double own = (random.NextDouble() - 0.5) * 0.02;
            index[day] = index[day - 1] * (1 + common);
            coin[day] = coin[day - 1] * (1 + (day < days - 30 ? (2 * common) + (own / 4) : own));
        }

        return (index, coin);
    }

    private static double[] Returns(double[] prices) =>
        [.. Enumerable.Range(1, prices.Length - 1).Select(day => Math.Log(prices[day] / prices[day - 1]))];

    private static (double Correlation, double Beta) Naive(double[] x, double[] y)
    {
        (double meanX, double meanY) = (x.Average(), y.Average());
        double covariance = x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum();
        double varianceX = x.Sum(a => (a - meanX) * (a - meanX));
        double varianceY = y.Sum(b => (b - meanY) * (b - meanY));
        return (covariance / Math.Sqrt(varianceX * varianceY), covariance / varianceX);
    }

    private static string Checkout()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at!.FullName, "Breakwater.slnx")))
        {
            at = at.Parent;
        }

        return at.FullName;
    }

    private MeasuredSeries Single(string name) =>
        Assert.Single(new MarketMeasures(_store, s_everything).Measure([name]));
}
