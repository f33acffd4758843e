using System.Globalization;

namespace Breakwater.Data;

/// <summary>Names of files in Binance's public archive. Source: github.com/binance/binance-public-data.</summary>
public static class BinanceArchive
{
    public static Uri Address { get; } = new("https://data.binance.vision/");

    /// <summary>Markets as the archive's folders call them.</summary>
    public static IReadOnlyList<string> Markets { get; } = ["spot", "futures/um", "futures/cm"];

    /// <summary>Data that is published by day.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "trades",
        "aggTrades",
        "klines",
        "markPriceKlines",
        "indexPriceKlines",
        "bookDepth",
        "metrics",
        "liquidationSnapshot",
    ];

    /// <param name="interval">Of klines, such as <c>1m</c>; others have none.</param>
    public static string PathOf(string market, string kind, string symbol, DateOnly day, string interval)
    {
        string date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return kind.EndsWith("lines", StringComparison.Ordinal)
            ? $"data/{market}/daily/{kind}/{symbol}/{interval}/{symbol}-{interval}-{date}.zip"
            : $"data/{market}/daily/{kind}/{symbol}/{symbol}-{kind}-{date}.zip";
    }
}
