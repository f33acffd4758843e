using System.Globalization;
using System.Text;
using Breakwater.Data;
using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Lab.Map;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab.Tests.Map;

/// <summary>Maps of given accounts beside a venue whose mark is really moved, and maps of a store scored by what fired in it.</summary>
public sealed class LiquidationMapTests : IDisposable
{
    private const string Accounts = """
        venue,account,mode,instrument,side,quantity,entry_price,margin,wallet,leverage
        binance-usdm,a,isolated,BTCUSDT,long,1,117000,6000,,20x
        binance-usdm,b,isolated,BTCUSDT,long,2,116000,30000,,10x
        binance-usdm,c,cross,BTCUSDT,long,0.5,115000,,9000,10x
        binance-usdm,d,isolated,BTCUSDT,short,3,116000,36000,,10x
        binance-usdm,e,cross,BTCUSDT,short,1,117500,,7000,20x
        binance-usdm,e,cross,ETHUSDT,long,2,4000,,,10x
        hyperliquid,f,isolated,BTC,long,4,117000,50000,,10x
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("breakwater-").FullName;

    [Fact]
    public void Measured_levels_are_those_at_which_the_venue_liquidates_while_its_mark_moves()
    {
        LiquidationMapReport map = Map("oct-10-2025-tape", "2025-10-10T20:50Z", accounts: FileOf(Accounts));
        VenueParameters venue = Given();
        foreach (bool falls in (ReadOnlySpan<bool>)[true, false])
        {
            double[] played = Play(venue, map.Price, falls);
            IReadOnlyList<MapLevel> levels = falls ? map.Longs : map.Shorts;
            Assert.True(played.Count(dollars => dollars > 0) >= 2);
            for (int level = 0; level < levels.Count; level++)
            {
                Assert.Equal(played[level], levels[level].Measured!.Value, 0.002 * Math.Max(played[level], 1));
            }
        }

        AssertCovered(map);
    }

    [Fact]
    public void Without_a_store_totals_are_set_beside_what_was_reported_and_there_is_no_score_by_level()
    {
        LiquidationMapReport map = Map(ThinFile(), "2025-10-10T20:45Z", venue: "all");
        Assert.Contains("no liquidations of BTC at all by price", map.NoScore, StringComparison.Ordinal);
        TotalCompared total = Assert.Single(map.Totals);
        Assert.Equal(13.1, total.Fall, 1e-9);
        Assert.Equal(1.9e9, total.Low);
        Assert.True(total.Map.P50 > 0);
        Assert.Equal("a stress tool, not a forecast", map.Caveat);
    }

    [Fact]
    public void From_a_store_price_open_interest_and_what_fired_are_its_own()
    {
        using ParquetStore store = Store();
        LiquidationMapReport map = Map("oct-10-2025", "2025-11-04T12:00Z", store: store);
        Assert.StartsWith("the store", map.Source, StringComparison.Ordinal);
        Assert.Equal(104_000, map.Price, 1e-9);
        Assert.Equal(50_000 * 104_000.0, map.OpenInterest, 1e-3 * map.OpenInterest);
        Assert.Null(map.NoScore);
        MapScore score = Assert.Single(map.Scores);
        Assert.Equal("long", score.Side);
        Assert.Equal(4, score.Levels);
        Assert.Equal(1_030_000 + 2 * 1_020_000 + 2 * 1_010_000, score.Observed.Published, 1);
        Assert.Equal(1_030_000, map.Longs[0].Observed!.Value, 1);
        Assert.InRange(score.Overlap!.Value, 0, 1);
        Assert.True(score.Map.P50 > 0);
    }

    [Fact]
    public void An_instant_that_nobody_knows_is_refused()
    {
        string message = Assert.Throws<InputException>(() => Map("oct-10-2025", "2025-11-04T12:00Z")).Message;
        Assert.Contains("is not the start of oct-10-2025, 2025-10-10T20:45:00Z", message, StringComparison.Ordinal);
        using var empty = new ParquetStore(Path.Combine(_folder, "empty"));
        message = Assert.Throws<InputException>(() => Map("oct-10-2025", "2025-11-04T12:00Z", store: empty)).Message;
        Assert.Contains("the store has no bars of BTCUSDT at binance-usdm", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_is_refused_where_the_venue_trades_inverse_contracts()
    {
        using ParquetStore store = Store();
        string scenario = CoinSettledFile();
        Assert.Contains(
            "--store: holds inverse contracts by their number, and a map reads coins; expected a venue of linear contracts, not binance-usdm",
            Assert.Throws<InputException>(() => Map(scenario, "2025-11-04T12:00Z", store: store)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_map_that_says_exactly_what_fires_scores_full_marks()
    {
        double[] fired = [1, 5, 2, 9];
        var score = MapScore.Of(
            "long",
            fired,
            new(17, 17, 17),
            [
                [2, 10, 4, 18],
                [2, 10, 4, 18],
            ]
        );
        Assert.Equal(1, score.RankCorrelation!.Value, 1e-12);
        Assert.Equal(1, score.Overlap!.Value, 1e-12);
        Assert.Equal(1, score.InsideBand);
        var reversed = MapScore.Of(
            "long",
            fired,
            new(17, 17, 17),
            [
                [9, 2, 5, 1],
            ]
        );
        Assert.True(reversed.RankCorrelation < -0.9);
        Assert.Equal(6 / 17.0, reversed.Overlap!.Value, 1e-12);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // The rest of the open interest is modelled.
    private static void AssertCovered(LiquidationMapReport map)
    {
        Assert.Equal(3.5 * map.Price / map.OpenInterest, map.LongCoverage!.Value, 1e-12);
        Assert.Equal(4 * map.Price / map.OpenInterest, map.ShortCoverage!.Value, 1e-12);
        Assert.All(map.Longs, IsTogether);

        void IsTogether(MapLevel level) =>
            Assert.Equal(
                level.Measured!.Value + (1 - map.LongCoverage.Value) * level.Modelled.P50,
                level.Together!.Value,
                1
            );
    }

    private static Timestamp At(string text) =>
        Timestamp.FromDateTimeOffset(
            DateTimeOffset.ParseExact(
                text,
                "yyyy-MM-dd'T'HH:mm'Z'",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal
            )
        );

    private static LiquidationMapReport Map(
        string scenario,
        string at,
        string venue = "binance-usdm",
        string? accounts = null,
        IMarketStore? store = null
    ) =>
        LiquidationMapStudy.Execute(
            new LiquidationMapRequest(
                ThinMarket.Content,
                scenario,
                "btc",
                venue,
                At(at),
                accounts,
                store,
                Duration.FromMinutes(60),
                SeedList.Parse(accounts is null ? "1..2" : "1"),
                Width: 1,
                Reach: 25,
                Threads: 2
            ),
            SilentProgress.Instance,
            CancellationToken.None
        );

    private string FileOf(string text)
    {
        string path = Path.Combine(_folder, "accounts.csv");
        File.WriteAllText(path, text + "\n");
        return path;
    }

    private string ThinFile()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "scenarios"));
        string path = Path.Combine(_folder, "scenarios", "thin.yaml");
        string shipped = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "scenarios/oct-10-2025.yaml"));
        File.WriteAllText(
            path,
            System.Text.RegularExpressions.Regex.Replace(
                shipped,
                "(?<key>accounts|population): \\{ value: [0-9_]+,",
                "${key}: { value: 3000,",
                System.Text.RegularExpressions.RegexOptions.None,
                TimeSpan.FromMinutes(1)
            )
        );
        return path;
    }

    // The tape's first venue, with Bitcoin alone and under the rules of Binance's coin-settled contracts.
    private string CoinSettledFile()
    {
        string shipped = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "scenarios/oct-10-2025-tape.yaml"));
        int venue = shipped.IndexOf("  binance-usdm:\n", StringComparison.Ordinal);
        int ether = shipped.IndexOf("      ETH:\n", venue, StringComparison.Ordinal);
        int next = shipped.IndexOf("  bybit:\n", ether, StringComparison.Ordinal);
        string coinSettled = shipped[venue..ether]
            .Replace("value: binance-usdm", "value: binance-coinm", StringComparison.Ordinal)
            .Replace("1_225_000_000 USDT", "10_000 BTC", StringComparison.Ordinal)
            .Replace("133_500 BTC", "13_000_000_000 USD", StringComparison.Ordinal);
        Directory.CreateDirectory(Path.Combine(_folder, "scenarios"));
        string path = Path.Combine(_folder, "scenarios", "coin.yaml");
        File.WriteAllText(path, shipped[..venue] + coinSettled + shipped[next..]);
        return path;
    }

    private VenueParameters Given()
    {
        Scenario tape = ScenarioReader.Read(ThinMarket.Content, "oct-10-2025-tape").WithAccounts(FileOf(Accounts));
        VenueParameters venue = tape.World.Venues.First(each => each.Name == "binance-usdm");
        return venue with { FundCapital = Money.FromMinorUnits(1_000_000_000_000_000), Slippage = Rate.Zero };
    }

    // In steps of a hundredth of a percent; what is gone of each side at each level, at its price.
    private static double[] Play(VenueParameters parameters, double price, bool falls)
    {
        WorldParameters world = ScenarioReader.Read(ThinMarket.Content, "oct-10-2025-tape").World;
        var venue = new VenueInWorld(world with { Venues = [parameters] }, 0);
        venue.Open();
        var dollars = new double[25];
        double before = HeldOf(venue, falls);
        for (int step = 1; step <= 2_500; step++)
        {
            double mark = price * (1 + (falls ? -step : step) / 10_000.0);
            venue.SetMark(world.Start, 0, (decimal)mark);
            double now = HeldOf(venue, falls);
            dollars[(step - 1) / 100] += (before - now) * mark;
            before = now;
        }

        return dollars;
    }

    private static double HeldOf(VenueInWorld venue, bool longs)
    {
        Quantity held = Quantity.Zero;
        for (int account = VenueInWorld.FirstTrader; account < venue.Venue.AccountCount; account++)
        {
            Quantity lots = venue.Venue.PositionOf(new AccountId(account), new InstrumentId(0)).Lots;
            held += lots.IsLong == longs ? lots.Magnitude : Quantity.Zero;
        }

        return held.Lots * (double)venue.Parameters.Rules.Instruments[0].Instrument.LotSize;
    }

    // Two days of hourly bars at 104,000, then three hours down to 100,300; open interest at noon; five forced sales.
    private ParquetStore Store()
    {
        var store = new ParquetStore(Path.Combine(_folder, "store"));
        long noon = new DateTimeOffset(2025, 11, 4, 12, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
        var bars = new StringBuilder("open_time,open,high,low,close,volume\n");
        for (int hour = -48; hour < 3; hour++)
        {
            double low = hour < 0 ? 103_500 : 100_300;
            bars.Append(CultureInfo.InvariantCulture, $"{noon + hour * 3_600_000L},104000,104200,{low},104000,1000\n");
        }

        Import(store, "BTCUSDT-1h-2025-11-04.csv", bars.ToString());
        Import(
            store,
            "BTCUSDT-metrics-2025-11-04.csv",
            "create_time,symbol,sum_open_interest,sum_open_interest_value,count_toptrader_long_short_ratio,sum_toptrader_long_short_ratio,count_long_short_ratio,sum_taker_long_short_vol_ratio\n"
                + "2025-11-04 11:55:00,BTCUSDT,50000,5200000000,1,1,1,1\n"
        );
        (int Minute, double Price)[] sales = [(1, 103_000), (2, 102_000), (3, 102_000), (30, 101_000), (31, 101_000)];
        Import(
            store,
            "BTCUSDT-liquidationSnapshot-2025-11-04.csv",
            "time,side,order_type,time_in_force,original_quantity,price,average_price,order_status,last_fill_quantity,accumulated_fill_quantity\n"
                + string.Concat(
                    sales.Select(sale =>
                        FormattableString.Invariant(
                            $"{noon + sale.Minute * 60_000L},SELL,LIMIT,IOC,10,{sale.Price},{sale.Price},FILLED,10,10\n"
                        )
                    )
                )
        );
        return store;
    }

    private void Import(ParquetStore store, string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        new Importer(store, new ImportOptions()).Import([path]);
    }
}
