using System.Globalization;

namespace Breakwater.Data;

/// <summary>The public dumps of Binance. Source: github.com/binance/binance-public-data.</summary>
/// <remarks>Older files have no header; spot files count microseconds from January 2025 on.</remarks>
internal static class BinanceFormats
{
    private const string Source = "github.com/binance/binance-public-data";

    public static Format Klines { get; } =
        new()
        {
            Name = "binance-klines",
            Source = Source,
            Schema = Schemas.Bars,
            Venue = "binance",
            Positions =
            [
                "open_time",
                "open",
                "high",
                "low",
                "close",
                "volume",
                "close_time",
                "quote_volume",
                "count",
                "taker_buy_volume",
                "taker_buy_quote_volume",
                "ignore",
            ],
            MinimumFields = 11,
            Signature = ["open_time", "open", "high", "low", "close", "volume"],
            LooksRight = fields => IsTime(fields[0]) && IsTime(fields[6]) && IsNumber(fields[4]),
            Mappings =
            [
                new("time", Conversion.Time, "open_time"),
                new("open", Conversion.Number, "open"),
                new("high", Conversion.Number, "high"),
                new("low", Conversion.Number, "low"),
                new("close", Conversion.Number, "close"),
                new("volume", Conversion.Number, "volume"),
                new("quote_volume", Conversion.Number, "quote_volume", "quote_asset_volume"),
                new("trade_count", Conversion.Number, "count", "number_of_trades"),
                new("taker_buy_volume", Conversion.Number, "taker_buy_volume", "taker_buy_base_asset_volume"),
            ],
        };

    public static Format Trades { get; } =
        new()
        {
            Name = "binance-trades",
            Source = Source,
            Schema = Schemas.Trades,
            Venue = "binance",
            Positions = ["id", "price", "qty", "quote_qty", "time", "is_buyer_maker", "is_best_match"],
            MinimumFields = 6,
            Signature = ["id", "price", "qty", "time", "is_buyer_maker"],
            LooksRight = fields => IsTime(fields[4]) && IsFlag(fields[5]) && IsNumber(fields[1]),
            Mappings =
            [
                new("time", Conversion.Time, "time"),
                new("id", Conversion.Text, "id"),
                new("side", Conversion.BuyerIsMaker, "is_buyer_maker"),
                new("price", Conversion.Number, "price"),
                new("quantity", Conversion.Number, "qty"),
            ],
        };

    public static Format AggregateTrades { get; } =
        new()
        {
            Name = "binance-aggtrades",
            Source = Source,
            Schema = Schemas.Trades,
            Venue = "binance",
            Positions =
            [
                "agg_trade_id",
                "price",
                "quantity",
                "first_trade_id",
                "last_trade_id",
                "transact_time",
                "is_buyer_maker",
                "is_best_match",
            ],
            MinimumFields = 7,
            Signature = ["agg_trade_id", "price", "quantity", "transact_time", "is_buyer_maker"],
            LooksRight = fields => IsTime(fields[5]) && IsFlag(fields[6]) && IsNumber(fields[1]),
            Mappings =
            [
                new("time", Conversion.Time, "transact_time"),
                new("id", Conversion.Text, "agg_trade_id"),
                new("side", Conversion.BuyerIsMaker, "is_buyer_maker"),
                new("price", Conversion.Number, "price"),
                new("quantity", Conversion.Number, "quantity"),
            ],
        };

    public static Format BookDepth { get; } =
        new()
        {
            Name = "binance-bookdepth",
            Source = Source,
            Schema = Schemas.DepthBands,
            Venue = "binance",
            Signature = ["timestamp", "percentage", "depth", "notional"],
            Mappings =
            [
                new("time", Conversion.Time, "timestamp"),
                new("band_percent", Conversion.Number, "percentage"),
                new("quantity", Conversion.Number, "depth"),
                new("notional", Conversion.Number, "notional"),
            ],
        };

    public static Format Metrics { get; } =
        new()
        {
            Name = "binance-metrics",
            Source = Source,
            Schema = Schemas.OpenInterest,
            Venue = "binance",
            InstrumentField = "symbol",
            Signature = ["create_time", "symbol", "sum_open_interest"],
            Mappings =
            [
                new("time", Conversion.Time, "create_time"),
                new("open_interest", Conversion.Number, "sum_open_interest"),
                new("open_interest_value", Conversion.Number, "sum_open_interest_value"),
                new("top_accounts_long_short_ratio", Conversion.Number, "count_toptrader_long_short_ratio"),
                new("top_positions_long_short_ratio", Conversion.Number, "sum_toptrader_long_short_ratio"),
                new("accounts_long_short_ratio", Conversion.Number, "count_long_short_ratio"),
                new("taker_buy_sell_ratio", Conversion.Number, "sum_taker_long_short_vol_ratio"),
            ],
        };

    public static Format Liquidations { get; } =
        new()
        {
            Name = "binance-liquidations",
            Source = Source,
            Schema = Schemas.Liquidations,
            Venue = "binance",
            Signature = ["time", "side", "order_type", "time_in_force", "original_quantity", "price"],
            Mappings =
            [
                new("time", Conversion.Time, "time"),
                new("side", Conversion.Side, "side"),
                new("price", Conversion.Number, "price"),
                new("quantity", Conversion.Number, "original_quantity"),
                new("average_price", Conversion.Number, "average_price"),
                new("filled_quantity", Conversion.Number, "accumulated_fill_quantity"),
                new("status", Conversion.Text, "order_status"),
            ],
        };

    private static bool IsTime(string text) => text.Length is >= 13 and <= 19 && text.All(char.IsAsciiDigit);

    private static bool IsFlag(string text) => bool.TryParse(text, out _);

    private static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
