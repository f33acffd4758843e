namespace Breakwater.Data;

/// <summary>The CSV files of Tardis. Source: docs.tardis.dev/downloadable-csv-files.</summary>
internal static class TardisFormats
{
    private const string Source = "docs.tardis.dev/downloadable-csv-files";

    public static Format Trades { get; } = Executions("tardis-trades", Schemas.Trades, nameContains: "");

    /// <summary>The header is that of trades: only the file's name tells them apart.</summary>
    public static Format Liquidations { get; } =
        Executions("tardis-liquidations", Schemas.Liquidations, nameContains: "liquidations");

    public static Format BookSnapshots { get; } =
        new()
        {
            Name = "tardis-book-snapshots",
            Source = Source,
            Schema = Schemas.BookLevels,
            VenueField = "exchange",
            InstrumentField = "symbol",
            Repetition = Repetition.Levels,
            Signature = ["exchange", "symbol", "timestamp", "asks[0].price", "bids[0].price"],
            Mappings =
            [
                new("time", Conversion.Time, "timestamp"),
                new("level", Conversion.Index),
                new("bid_price", Conversion.Number, "bids[#].price"),
                new("bid_quantity", Conversion.Number, "bids[#].amount"),
                new("ask_price", Conversion.Number, "asks[#].price"),
                new("ask_quantity", Conversion.Number, "asks[#].amount"),
            ],
        };

    public static Format Tickers { get; } =
        new()
        {
            Name = "tardis-derivative-ticker",
            Source = Source,
            Schema = Schemas.Tickers,
            VenueField = "exchange",
            InstrumentField = "symbol",
            Signature = ["exchange", "symbol", "timestamp", "funding_rate", "open_interest", "mark_price"],
            Mappings =
            [
                new("time", Conversion.Time, "timestamp"),
                new("funding_rate", Conversion.Number, "funding_rate"),
                new("predicted_funding_rate", Conversion.Number, "predicted_funding_rate"),
                new("open_interest", Conversion.Number, "open_interest"),
                new("last_price", Conversion.Number, "last_price"),
                new("index_price", Conversion.Number, "index_price"),
                new("mark_price", Conversion.Number, "mark_price"),
            ],
        };

    private static Format Executions(string name, Schema schema, string nameContains) =>
        new()
        {
            Name = name,
            Source = Source,
            Schema = schema,
            VenueField = "exchange",
            InstrumentField = "symbol",
            NameContains = nameContains,
            Signature = ["exchange", "symbol", "timestamp", "side", "price", "amount"],
            Mappings =
            [
                new("time", Conversion.Time, "timestamp"),
                new("id", Conversion.Text, "id"),
                new("side", Conversion.Side, "side"),
                new("price", Conversion.Number, "price"),
                new("quantity", Conversion.Number, "amount"),
            ],
        };
}
