using System.Globalization;
using System.Text;
using Breakwater.Data;
using Breakwater.Data.Tests;

namespace Breakwater.Lab.Tests;

/// <summary>What is measured does not depend on whether a store is a folder or PostgreSQL.</summary>
public sealed class BothStoresTests(PostgresServer server) : IClassFixture<PostgresServer>, IDisposable
{
    private const double Lambda = 0.25;

    private static readonly MeasureQuestion s_everything = new("", "", new(2009, 1, 3), new(2099, 12, 31));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("breakwater-");

    [Fact]
    public void Every_indicator_of_every_layout_is_the_same_in_both()
    {
        using var files = new ParquetStore(Path.Combine(_folder.FullName, "store"));
        using var shared = new PostgresStore(server.NewDatabase());
        foreach (TheoryDataRow<string, string, string, string, string> sample in FormatSamples.All)
        {
            (string format, string name, string text, _, _) = sample.Data;
            ImportBoth(files, shared, FormatCatalog.Find(format), name, text);
        }

        MeasureQuestion question = s_everything with { Against = "BTCUSDT" };
        IReadOnlyList<MeasuredSeries> ofFiles = new MarketMeasures(files, question).Measure([]);
        IReadOnlyList<MeasuredSeries> ofShared = new MarketMeasures(shared, question).Measure([]);

        Assert.True(ofFiles.Select(row => row.Indicator).Distinct().Count() >= 8);
        Assert.Equal(ofFiles.Select(WithoutValue), ofShared.Select(WithoutValue));
        Assert.All(ofFiles.Zip(ofShared), pair => Assert.Equal(pair.First.Value, pair.Second.Value, 9));
    }

    [Fact]
    public void Kyle_s_lambda_is_what_the_trades_were_made_with_in_both()
    {
        using var files = new ParquetStore(Path.Combine(_folder.FullName, "store"));
        using var shared = new PostgresStore(server.NewDatabase());
        ImportBoth(files, shared, FormatCatalog.Find("tardis-trades"), "binance_trades.csv", Trades());

        Assert.Equal(Lambda, Kyle(files).Value, 9);
        Assert.Equal(Lambda, Kyle(shared).Value, 9);
        Assert.Equal(Kyle(files).Rows, Kyle(shared).Rows);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static MeasuredSeries Kyle(IMarketStore store) =>
        Assert.Single(new MarketMeasures(store, s_everything).Measure(["kyle"]));

    private static MeasuredSeries WithoutValue(MeasuredSeries row) => row with { Value = 0 };

    private void ImportBoth(ParquetStore files, PostgresStore shared, Format? format, string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        var options = new ImportOptions { Format = format, Venue = "binance" };
        foreach (IMarketStore store in new IMarketStore[] { files, shared })
        {
            Assert.Empty(new Importer(store, options).Import([path]).Problems);
        }
    }

    // Each minute ends a quarter of what was bought in it above the one before; two trades make up the signed sum.
    private static string Trades()
    {
        var text = new StringBuilder("exchange,symbol,timestamp,local_timestamp,id,side,price,amount\n");
        int[] signed = [4, -2, 6, -8, 1, 3, -5, 2];
        double price = 1000;
        for (int minute = 0; minute < signed.Length; minute++)
        {
            long time = 1_760_131_200_000_000 + (minute * 60_000_000L);
            int bought = Math.Max(signed[minute], 0) + 1;
            int sold = Math.Max(-signed[minute], 0) + 1;
            text.Append(CultureInfo.InvariantCulture, $"v,A,{time},0,{minute}a,buy,{price},{bought}\n");
            price += Lambda * signed[minute];
            text.Append(CultureInfo.InvariantCulture, $"v,A,{time + 1000},0,{minute}b,sell,{price},{sold}\n");
        }

        return text.ToString();
    }
}
