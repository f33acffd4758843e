namespace Breakwater.Data;

/// <summary>Spot minutes, bot downloads, chain dumps, indices and fund flows.</summary>
internal static class OtherFormats
{
    public static Format CoinbaseMinutes { get; } =
        Minutes(
            "coinbase-minutes",
            "coinbase",
            "docs.cdp.coinbase.com, candles",
            ["time", "low", "high", "open", "close", "volume"],
            "time"
        );

    public static Format BitstampMinutes { get; } =
        Minutes(
            "bitstamp-minutes",
            "bitstamp",
            "Bitstamp minute history, as published on Kaggle",
            ["Timestamp", "Open", "High", "Low", "Close"],
            "Timestamp"
        );

    /// <summary>Bitstamp and Coinbase minutes; the first line of the file is an address.</summary>
    public static Format DownloadedMinutes { get; } =
        Minutes(
            "cryptodatadownload-minutes",
            "",
            "cryptodatadownload.com",
            ["unix", "date", "symbol", "open", "high", "low", "close"],
            "unix"
        ) with
        {
            InstrumentField = "symbol",
        };

    public static Format FreqtradeCandles { get; } =
        new()
        {
            Name = "freqtrade-candles",
            Source = "freqtrade.io, data format json: rows of time, open, high, low, close, volume",
            Schema = Schemas.Bars,
            Container = Container.JsonDocument,
            RecordDepth = 2,
            Positions = ["0", "1", "2", "3", "4", "5"],
            LooksRight = fields => fields[0].Length == 13 && fields[5].Length > 0 && !IsFunding(fields),
            Mappings =
            [
                new("time", Conversion.Time, "0"),
                new("open", Conversion.Number, "1"),
                new("high", Conversion.Number, "2"),
                new("low", Conversion.Number, "3"),
                new("close", Conversion.Number, "4"),
                new("volume", Conversion.Number, "5"),
            ],
        };

    public static Format FreqtradeFunding { get; } =
        new()
        {
            Name = "freqtrade-funding",
            Source = "freqtrade.io, data format json: the rate stands where candles have the open",
            Schema = Schemas.Funding,
            Container = Container.JsonDocument,
            RecordDepth = 2,
            Positions = ["0", "1", "2", "3", "4", "5"],
            LooksRight = fields => fields[0].Length == 13 && IsFunding(fields),
            Mappings = [new("time", Conversion.Time, "0"), new("rate", Conversion.Number, "1")],
        };

    public static Format HyperliquidFills { get; } = Fills("hyperliquid-fills", recordDepth: 2, account: "0");

    public static Format HyperliquidBlocks { get; } = Fills("hyperliquid-fills-by-block", recordDepth: 4, account: "0");

    public static Format HyperliquidAccounts { get; } =
        new()
        {
            Name = "hyperliquid-accounts",
            Source = "account-position tables rebuilt from Hyperliquid node data",
            Schema = Schemas.Positions,
            Venue = "hyperliquid",
            InstrumentField = "asset",
            Signature = ["user_address", "asset", "side", "position_size", "entry_price"],
            Mappings =
            [
                new("time", Conversion.FileTime),
                new("account", Conversion.Text, "user_address"),
                new("side", Conversion.Side, "side"),
                new("quantity", Conversion.Number, "position_size"),
                new("entry_price", Conversion.Number, "entry_price"),
                new("mark_price", Conversion.Number, "mark_price"),
                new("unrealised_pnl", Conversion.Number, "unrealized_pnl"),
                new("leverage", Conversion.Number, "leverage_ratio"),
                new("was_liquidated", Conversion.Text, "was_liquidated"),
                new("was_deleveraged", Conversion.Text, "was_adl"),
            ],
        };

    public static Format FearAndGreedTable { get; } =
        new()
        {
            Name = "fear-and-greed",
            Source = "alternative.me/crypto/fear-and-greed-index, as a table",
            Schema = Schemas.Readings,
            Venue = "alternative.me",
            Instrument = "fear-and-greed",
            Signature = ["date", "value", "value_classification"],
            Mappings =
            [
                new("time", Conversion.Time, "date"),
                new("value", Conversion.Number, "value"),
                new("label", Conversion.Text, "value_classification"),
            ],
        };

    public static Format FearAndGreedAnswer { get; } =
        FearAndGreedTable with
        {
            Name = "fear-and-greed-json",
            Source = "api.alternative.me/fng",
            Container = Container.JsonDocument,
            RecordDepth = 3,
            Signature = [],
            Positions = ["timestamp", "value", "value_classification"],
            LooksRight = fields => fields.All(field => field.Length > 0),
            Mappings =
            [
                new("time", Conversion.Time, "timestamp"),
                new("value", Conversion.Number, "value"),
                new("label", Conversion.Text, "value_classification"),
            ],
        };

    public static Format Farside { get; } =
        new()
        {
            Name = "farside-flows",
            Source = "farside.co.uk, flow tables: millions of US dollars, redemptions in parentheses",
            Schema = Schemas.FundFlows,
            Venue = "us-etf",
            Instrument = "BTC",
            Repetition = Repetition.OtherFields,
            Signature = ["Date", "Total"],
            Mappings =
            [
                new("time", Conversion.Time, "Date"),
                new("fund", Conversion.FieldName, "*"),
                new("flow_usd", Conversion.Millions, "*"),
            ],
        };

    public static Format DefiLlama { get; } =
        new()
        {
            Name = "defillama-liquidations",
            Source = "defillama.com/liquidations: open loans and the price that liquidates each",
            Schema = Schemas.Loans,
            Container = Container.JsonDocument,
            RecordDepth = 3,
            Venue = "defi",
            InstrumentField = "symbol",
            Positions = ["time", "symbol", "owner", "liqPrice", "collateralAmount"],
            LooksRight = fields => fields[2].Length > 0 && fields[3].Length > 0,
            Mappings =
            [
                new("time", Conversion.FileTime),
                new("account", Conversion.Text, "owner"),
                new("liquidation_price", Conversion.Number, "liqPrice"),
                new("collateral_quantity", Conversion.Number, "collateralAmount"),
            ],
        };

    private static bool IsFunding(IReadOnlyList<string> fields) =>
        fields
            .Skip(2)
            .All(field =>
                double.TryParse(field, System.Globalization.CultureInfo.InvariantCulture, out double value)
                && value == 0
            );

    private static Format Minutes(
        string name,
        string venue,
        string source,
        IReadOnlyList<string> signature,
        string time
    ) =>
        new()
        {
            Name = name,
            Source = source,
            Schema = Schemas.Bars,
            Venue = venue,
            Signature = signature,
            Mappings =
            [
                new("time", Conversion.Time, time),
                new("open", Conversion.Number, "open"),
                new("high", Conversion.Number, "high"),
                new("low", Conversion.Number, "low"),
                new("close", Conversion.Number, "close"),
                new("volume", Conversion.Number, "volume", "Volume_(BTC)", "Volume BTC"),
                new("quote_volume", Conversion.Number, "Volume_(Currency)", "Volume USD"),
            ],
        };

    private static Format Fills(string name, int recordDepth, string account) =>
        new()
        {
            Name = name,
            Source = "github.com/hyperliquid-dex/node, node_fills: an account, then its fill",
            Schema = Schemas.Fills,
            Container = Container.JsonLines,
            RecordDepth = recordDepth,
            Venue = "hyperliquid",
            InstrumentField = "coin",
            Positions =
            [
                account,
                "coin",
                "px",
                "sz",
                "side",
                "time",
                "startPosition",
                "dir",
                "closedPnl",
                "tid",
                "fee",
                "liquidation.liquidatedUser",
            ],
            LooksRight = fields => fields[1].Length > 0 && fields[2].Length > 0 && fields[5].Length > 0,
            Mappings =
            [
                new("time", Conversion.Time, "time"),
                new("account", Conversion.Text, account),
                new("id", Conversion.Text, "tid"),
                new("side", Conversion.Side, "side"),
                new("price", Conversion.Number, "px"),
                new("quantity", Conversion.Number, "sz"),
                new("start_position", Conversion.Number, "startPosition"),
                new("direction", Conversion.Text, "dir"),
                new("closed_pnl", Conversion.Number, "closedPnl"),
                new("fee", Conversion.Number, "fee"),
                new("liquidated_account", Conversion.Text, "liquidation.liquidatedUser"),
            ],
        };
}
