namespace Breakwater.Data.Tests;

public sealed class FormatTests
{
    public static TheoryData<string, string, string, string, string> Samples => FormatSamples.All;

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_file_is_recognised_and_every_value_arrives(
        string format,
        string name,
        string text,
        string sql,
        string expected
    )
    {
        using var folder = new TemporaryFolder();
        using var store = new ParquetStore(folder.Store);
        var importer = new Importer(store, new ImportOptions { Venue = NeedsVenue(format) ? "binance" : "" });

        ImportSummary summary = importer.Import([folder.Write(name, text)]);

        Assert.Empty(summary.Problems);
        Assert.Equal(format, Assert.Single(summary.Files).Format);
        Assert.Equal(0, summary.RowsRejected);
        Assert.Equal(expected.ReplaceLineEndings("\n"), store.Table(sql));
    }

    [Fact]
    public void Every_format_has_a_sample()
    {
        IEnumerable<string> shown = FormatSamples.All.Select(row => row.Data.Item1).Distinct(StringComparer.Ordinal);
        IEnumerable<string> known = FormatCatalog
            .All.Select(format => format.Name)
            .Where(name => name != "cryptodatadownload-minutes");

        Assert.Equal(known.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_line_before_the_header_is_stepped_over()
    {
        using var folder = new TemporaryFolder();
        using var store = new ParquetStore(folder.Store);
        string path = folder.Write(
            "Bitstamp_BTCUSD_minute.csv",
            """
            https://www.CryptoDataDownload.com
            unix,date,symbol,open,high,low,close,Volume BTC,Volume USD
            1760131260,2025-10-10 21:21:00,BTC/USD,103200,103300,103000,103100,9,927900
            1760131200,2025-10-10 21:20:00,BTC/USD,103000,103500,102000,103200,12.5,1290000
            """
        );

        ImportSummary summary = new Importer(store, new ImportOptions { Venue = "bitstamp" }).Import([path]);

        Assert.Equal(2, summary.RowsAdded);
        Assert.Equal(
            "BTC/USD | 2025-10-10 21:20:00 | 12.5\nBTC/USD | 2025-10-10 21:21:00 | 9",
            store.Table("SELECT instrument, time, volume FROM bars ORDER BY time")
        );
    }

    private static bool NeedsVenue(string format) => format.StartsWith("freqtrade", StringComparison.Ordinal);
}
