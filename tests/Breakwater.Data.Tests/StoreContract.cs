namespace Breakwater.Data.Tests;

/// <summary>What every store does, whatever it is made of.</summary>
public abstract class StoreContract : IDisposable
{
    private const string Header = "exchange,symbol,timestamp,local_timestamp,id,side,price,amount\n";

    private readonly TemporaryFolder _folder = new();

    protected string Folder => _folder.Store;

    private protected abstract IMarketStore Store { get; }

    public static TheoryData<string, string, string, string, string> Samples => FormatSamples.All;

    public void Dispose()
    {
        Close();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_value_that_goes_in_comes_out(string format, string name, string text, string sql, string expected)
    {
        var importer = new Importer(
            Store,
            new ImportOptions { Format = FormatCatalog.Find(format), Venue = "binance" }
        );

        importer.Import([_folder.Write(name, text)]);

        if (!sql.Contains("venue", StringComparison.Ordinal))
        {
            Assert.Equal(expected.ReplaceLineEndings("\n"), Store.Table(sql));
        }
    }

    [Fact]
    public void An_empty_store_answers_about_every_kind()
    {
        Assert.All(StoreViews.All, pair => Assert.Equal(0, Store.Count(pair.View)));
        Assert.Empty(Store.Partitions());
    }

    [Fact]
    public void A_transaction_that_is_not_committed_leaves_nothing()
    {
        using (IStoreTransaction transaction = Store.Begin())
        {
            transaction.Append(Place(10), Batch(10, 1, 2, 3), isOrdered: true);
        }

        Assert.Empty(Store.Partitions());
    }

    [Fact]
    public void Partitions_come_in_order_with_their_rows()
    {
        using (IStoreTransaction transaction = Store.Begin())
        {
            transaction.Append(Place(11), Batch(11, 4), isOrdered: true);
            transaction.Append(Place(10), Batch(10, 1, 2), isOrdered: true);
            transaction.Append(Place(10), Batch(10, 3), isOrdered: true);
            Assert.Equal(new CommitSummary(2, 4, 4), transaction.Commit());
        }

        Assert.Equal([new StoredPartition(Place(10), 3), new StoredPartition(Place(11), 1)], Store.Partitions());
    }

    [Fact]
    public void Overlapping_imports_add_only_what_is_new()
    {
        string first = _folder.Write("a.csv", Header + ImportTests.Row(1) + ImportTests.Row(2));
        string second = _folder.Write("b.csv", Header + ImportTests.Row(2) + ImportTests.Row(3));

        ImportSummary summary = Store.Import(first, second, first);

        Assert.Equal([2L, 1, 0], summary.Files.Select(file => file.Added));
        Assert.Equal("1\n2\n3", Store.Table("SELECT id FROM trades ORDER BY time"));
    }

    [Fact]
    public void Rows_without_identity_stay_as_often_as_the_source_that_has_them_most_often()
    {
        const string Row = "bybit,BTCUSDT,1760131200000123,0,,sell,103000,1.5\n";
        string twice = _folder.Write("liquidations1.csv", Header + Row + Row);
        string thrice = _folder.Write("liquidations2.csv", Header + Row + Row + Row);

        ImportSummary summary = Store.Import(twice, twice, thrice, twice);

        Assert.Equal([2L, 0, 1, 0], summary.Files.Select(file => file.Added));
        Assert.Equal(3, Store.Count("liquidations"));
    }

    [Fact]
    public void Only_one_change_at_a_time()
    {
        using IStoreTransaction first = Store.Begin();

        Assert.Throws<IOException>(() => Store.Begin().Dispose());
    }

    [Fact]
    public void A_refused_statement_is_told_in_the_database_s_words()
    {
        Assert.Throws<StoreQueryException>(() => Store.Query("SELECT nothing FROM nowhere").Dispose());
    }

    private protected abstract void Close();

    private static Partition Place(int day) => new("v", "I", "trades", new DateOnly(2025, 10, day));

    private static RowBatch Batch(int day, params ReadOnlySpan<int> ids)
    {
        var batch = new RowBatch(Schemas.Trades);
        var row = new RowBatch(Schemas.Trades, 1);
        foreach (int id in ids)
        {
            row.StartSingleRow();
            row.SetTime(1760131200000000 + ((day - 10) * TimeText.MicrosecondsPerDay) + id);
            row.SetText(1, System.Text.Encoding.UTF8.GetBytes($"{id}"));
            row.SetNumber(3, 100);
            row.SetNumber(4, 1);
            batch.Add(row, 0);
        }

        return batch;
    }
}
