namespace Breakwater.Data;

/// <summary>The layouts that Breakwater knows, in the order in which they are tried on a file.</summary>
public static class FormatCatalog
{
    public static IReadOnlyList<Format> All { get; } =
    [
        TardisFormats.Liquidations,
        TardisFormats.Trades,
        TardisFormats.BookSnapshots,
        TardisFormats.Tickers,
        BinanceFormats.AggregateTrades,
        BinanceFormats.Trades,
        BinanceFormats.BookDepth,
        BinanceFormats.Metrics,
        BinanceFormats.Liquidations,
        BinanceFormats.Klines,
        OtherFormats.DownloadedMinutes,
        OtherFormats.CoinbaseMinutes,
        OtherFormats.BitstampMinutes,
        OtherFormats.HyperliquidAccounts,
        OtherFormats.FearAndGreedTable,
        OtherFormats.FearAndGreedAnswer,
        OtherFormats.FreqtradeFunding,
        OtherFormats.FreqtradeCandles,
        OtherFormats.HyperliquidFills,
        OtherFormats.HyperliquidBlocks,
        OtherFormats.DefiLlama,
        OtherFormats.Farside,
    ];

    public static Format? Find(string name) =>
        All.FirstOrDefault(format => string.Equals(format.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The first format that the beginning of a file is an example of; null where none is.</summary>
    internal static Format? Recognise(SourceSample sample, string fileName) =>
        All.FirstOrDefault(format => Fits(format, sample, fileName));

    private static bool Fits(Format format, SourceSample sample, string fileName)
    {
        if (!fileName.Contains(format.NameContains, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        if (format.Container != Container.Csv)
        {
            return sample.IsJson && format.LooksRight!(sample.FirstJsonRecord(format));
        }

        return !sample.IsJson && (HasSignature(format, sample) || IsHeaderless(format, sample));
    }

    private static bool HasSignature(Format format, SourceSample sample) =>
        format.Signature.Count > 0
        && format.Signature.All(name => sample.Header.Contains(name, StringComparer.OrdinalIgnoreCase));

    private static bool IsHeaderless(Format format, SourceSample sample)
    {
        bool rightCount = sample.Header.Count >= format.MinimumFields && sample.Header.Count <= format.Positions.Count;
        return rightCount && format.LooksRight is not null && format.LooksRight(sample.Header);
    }
}
