namespace Breakwater.Data;

/// <summary>Every kind of market data that the store holds.</summary>
/// <remarks>Prices are in quote currency, quantities as the venue counts them (base currency, or contracts), rates per interval.</remarks>
public static class Schemas
{
    /// <summary>Executions. <c>side</c> is the taker's.</summary>
    public static Schema Trades { get; } =
        Schema.Define("trades", true, Text("id"), Text("side"), Positive("price"), Positive("quantity"));

    /// <summary>Open, high, low and close over an interval that starts at <c>time</c>.</summary>
    public static Schema Bars { get; } =
        Schema.Define(
            "bars",
            true,
            Positive("open"),
            Positive("high"),
            Positive("low"),
            Positive("close"),
            NotNegative("volume"),
            Number("quote_volume"),
            Number("trade_count"),
            Number("taker_buy_volume")
        );

    /// <summary>What rests between the mid price and <c>band_percent</c> of it; a negative band is the bid side.</summary>
    public static Schema DepthBands { get; } =
        Schema.Define("depth_bands", true, Required("band_percent"), NotNegative("quantity"), NotNegative("notional"));

    /// <summary>Levels of a book snapshot; level 0 is the best. A side with fewer levels has NULL there.</summary>
    public static Schema BookLevels { get; } =
        Schema.Define(
            "book_levels",
            true,
            Required("level"),
            Number("bid_price"),
            Number("bid_quantity"),
            Number("ask_price"),
            Number("ask_quantity")
        );

    public static Schema OpenInterest { get; } =
        Schema.Define(
            "open_interest",
            true,
            NotNegative("open_interest"),
            Number("open_interest_value"),
            Number("top_accounts_long_short_ratio"),
            Number("top_positions_long_short_ratio"),
            Number("accounts_long_short_ratio"),
            Number("taker_buy_sell_ratio")
        );

    /// <summary>Forced orders as published. <c>side</c> is that of the order: a sale closes a long.</summary>
    public static Schema Liquidations { get; } =
        Schema.Define(
            "liquidations",
            false,
            Text("id"),
            Text("side"),
            Positive("price"),
            Positive("quantity"),
            Number("average_price"),
            Number("filled_quantity"),
            Text("status")
        );

    public static Schema Tickers { get; } =
        Schema.Define(
            "tickers",
            true,
            Number("funding_rate"),
            Number("predicted_funding_rate"),
            Number("open_interest"),
            Number("last_price"),
            Number("index_price"),
            Number("mark_price")
        );

    /// <summary>Settled funding, as a fraction of notional for the interval that ends at <c>time</c>.</summary>
    public static Schema Funding { get; } = Schema.Define("funding", true, Required("rate"));

    /// <summary>A published index without a venue, such as Fear and Greed.</summary>
    public static Schema Readings { get; } = Schema.Define("readings", true, Required("value"), Text("label"));

    /// <summary>Net creations of exchange-traded funds in US dollars; redemptions are negative.</summary>
    public static Schema FundFlows { get; } = Schema.Define("fund_flows", true, Text("fund"), Required("flow_usd"));

    /// <summary>Executions with the account that made them, as venues on a chain publish them.</summary>
    public static Schema Fills { get; } =
        Schema.Define(
            "fills",
            true,
            Text("account"),
            Text("id"),
            Text("side"),
            Positive("price"),
            Positive("quantity"),
            Number("start_position"),
            Text("direction"),
            Number("closed_pnl"),
            Number("fee"),
            Text("liquidated_account")
        );

    /// <summary>Positions of accounts at one moment.</summary>
    public static Schema Positions { get; } =
        Schema.Define(
            "positions",
            true,
            Text("account"),
            Text("side"),
            NotNegative("quantity"),
            Number("entry_price"),
            Number("mark_price"),
            Number("unrealised_pnl"),
            Number("leverage"),
            Text("was_liquidated"),
            Text("was_deleveraged")
        );

    /// <summary>Collateralised loans with the price that liquidates them.</summary>
    public static Schema Loans { get; } =
        Schema.Define(
            "loans",
            true,
            Text("account"),
            Positive("liquidation_price"),
            NotNegative("collateral_quantity")
        );

    public static IReadOnlyList<Schema> All { get; } =
    [
        Trades,
        Bars,
        DepthBands,
        BookLevels,
        OpenInterest,
        Liquidations,
        Tickers,
        Funding,
        Readings,
        FundFlows,
        Fills,
        Positions,
        Loans,
    ];

    public static Schema? Find(string name) =>
        All.FirstOrDefault(schema => string.Equals(schema.Name, name, StringComparison.Ordinal));

    private static Column Text(string name) => new(name, ColumnType.Text, ColumnRule.Optional);

    private static Column Number(string name) => new(name, ColumnType.Number, ColumnRule.Optional);

    private static Column Required(string name) => new(name, ColumnType.Number, ColumnRule.Required);

    private static Column NotNegative(string name) => new(name, ColumnType.Number, ColumnRule.NotNegative);

    private static Column Positive(string name) => new(name, ColumnType.Number, ColumnRule.Positive);
}
