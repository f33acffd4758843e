using System.Globalization;
using System.Text;

namespace Breakwater.Data.Tests;

public sealed class SuspicionTests
{
    private const string Klines =
        "open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore\n";

    [Fact]
    public void A_side_that_stops_while_the_other_moves_is_found_from_its_first_repeated_row()
    {
        var text = new StringBuilder("timestamp,percentage,depth,notional\n");
        for (int snapshot = 0; snapshot < 120; snapshot++)
        {
            string time = DateTime
                .UnixEpoch.AddSeconds(1760130000 + (snapshot * 30))
                .ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            int bid = Math.Min(snapshot, 50);
            text.Append(
                CultureInfo.InvariantCulture,
                $"{time},-1,{100 + bid},{1000 + bid}\n{time},1,{200 + snapshot},{2000 + snapshot}\n"
            );
        }

        Suspicion suspicion = Assert.Single(Suspicions("BTCUSDT-bookDepth.csv", text.ToString()));

        Assert.Equal("stale-side", suspicion.Code);
        Assert.Equal("bid band -1 % stands still while the other side moves", suspicion.Text);
        Assert.Equal(DateTime.UnixEpoch.AddSeconds(1760130000 + (50 * 30)), suspicion.From);
        Assert.Equal(DateTime.UnixEpoch.AddSeconds(1760130000 + (119 * 30)), suspicion.To);
        Assert.Equal(70, suspicion.Rows);
    }

    [Fact]
    public void A_market_that_rests_on_both_sides_is_no_stale_feed()
    {
        var text = new StringBuilder("timestamp,percentage,depth,notional\n");
        for (int snapshot = 0; snapshot < 120; snapshot++)
        {
            string time = DateTime
                .UnixEpoch.AddSeconds(1760130000 + (snapshot * 30))
                .ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"{time},-1,100,1000\n{time},1,200,2000\n");
        }

        Assert.Empty(Suspicions("BTCUSDT-bookDepth.csv", text.ToString()));
    }

    [Fact]
    public void Bars_that_move_without_volume_are_marks()
    {
        Suspicion suspicion = Assert.Single(
            Suspicions("BTCUSDT-1m.csv", Klines + Bar(0, 100, 0) + Bar(1, 101, 0) + Bar(2, 102, 0))
        );

        Assert.Equal("no-volume", suspicion.Code);
        Assert.Equal(3, suspicion.Rows);
    }

    [Fact]
    public void Two_bars_of_one_time_that_differ_are_a_conflict()
    {
        Suspicion suspicion = Assert.Single(
            Suspicions("BTCUSDT-1m.csv", Klines + Bar(0, 100, 1.5) + Bar(1, 101, 1.5) + Bar(1, 102, 1.5))
        );

        Assert.Equal("conflict", suspicion.Code);
    }

    [Fact]
    public void A_price_that_leaves_by_more_than_half_is_noted_where_it_does()
    {
        Suspicion suspicion = Assert.Single(
            Suspicions("BTCUSDT-1m.csv", Klines + Bar(0, 100, 1.5) + Bar(1, 151, 1.5) + Bar(2, 152, 1.5))
        );

        Assert.Equal("price-jump", suspicion.Code);
        Assert.Equal("1 jumps by more than half, the first from 100 to 151", suspicion.Text);
    }

    [Fact]
    public void Whole_quantities_throughout_look_like_contracts()
    {
        string rows = string.Concat(
            Enumerable
                .Range(0, 200)
                .Select(row =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"x,UNIUSD_PERP,{1760131200000 + row},0,{row},buy,6.5,{row + 1}\n"
                    )
                )
        );

        Suspicion suspicion = Assert.Single(
            Suspicions("perp.csv", "exchange,symbol,timestamp,local_timestamp,id,side,price,amount\n" + rows)
        );

        Assert.Equal("whole-quantities", suspicion.Code);
    }

    [Fact]
    public void Rows_of_another_day_than_the_name_says_are_noted()
    {
        Suspicion suspicion = Assert.Single(
            Suspicions("BTCUSDT-1m-2025-10-09.csv", Klines + Bar(0, 100, 1.5) + Bar(1, 101, 1.5))
        );

        Assert.Equal("other-day", suspicion.Code);
    }

    [Fact]
    public void A_missing_bar_is_a_gap_and_so_is_a_long_silence_of_trades()
    {
        SeriesSummary bars = Series(
            "BTCUSDT-1m.csv",
            Klines + Bar(0, 100, 1.5) + Bar(1, 101, 1.5) + Bar(2, 101, 1.5) + Bar(4, 101, 1.5)
        );
        SeriesSummary trades = Series(
            "trades.csv",
            "exchange,symbol,timestamp,local_timestamp,id,side,price,amount\n"
                + "x,A,1760131200000,0,1,buy,1,0.5\nx,A,1760131499000,0,2,buy,1,0.5\nx,A,1760131800000,0,3,buy,1,0.5\n"
        );

        Assert.Equal(1, bars.Gaps);
        Assert.Equal(DateTime.UnixEpoch.AddSeconds(1760131200 + 120), bars.LongestGaps[0].From);
        Assert.Equal(1, trades.Gaps);
        Assert.Equal(DateTime.UnixEpoch.AddSeconds(1760131499), trades.LongestGaps[0].From);
    }

    private static string Bar(int minute, double close, double volume) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{1760131200000 + (minute * 60000L)},{close},{close + 1},{close - 1},{close},{volume},{1760131259999 + (minute * 60000L)},1,1,1,1,0\n"
        );

    private static IReadOnlyList<Suspicion> Suspicions(string name, string text) => Series(name, text).Suspicions;

    private static SeriesSummary Series(string name, string text)
    {
        using var folder = new TemporaryFolder();
        using var store = new ParquetStore(folder.Store);
        return Assert.Single(store.Import(folder.Write(name, text)).Series);
    }
}
