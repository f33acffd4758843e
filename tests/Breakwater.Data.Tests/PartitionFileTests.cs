namespace Breakwater.Data.Tests;

public sealed class PartitionFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Missing_numbers_and_empty_texts_are_null_and_their_neighbours_stay_in_place()
    {
        string path = Write(
            Batch((1, "", "buy", 10, double.NaN), (2, "long enough to lie elsewhere", "", double.NaN, 0.1)),
            Batch((3, "", "", double.NaN, double.NaN)),
            Batch((4, "µ", "sell", -1e300, 4.9e-324))
        );

        Assert.Equal(
            """
            2025-10-10 21:20:00.000001 | - | buy | 10 | -
            2025-10-10 21:20:00.000002 | long enough to lie elsewhere | - | - | 0.1
            2025-10-10 21:20:00.000003 | - | - | - | -
            2025-10-10 21:20:00.000004 | µ | sell | -1E+300 | 5E-324
            """.ReplaceLineEndings("\n"),
            Table($"SELECT * FROM read_parquet({Sql.Text(path)})")
        );
    }

    [Fact]
    public void Columns_have_the_types_of_the_store()
    {
        string path = Write(Batch((1, "a", "buy", 1, 1)));

        Assert.Equal(
            "time | TIMESTAMP\nid | VARCHAR\nside | VARCHAR\nprice | DOUBLE\nquantity | DOUBLE",
            Table($"SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet({Sql.Text(path)}))")
        );
    }

    [Fact]
    public void A_group_ends_before_it_fills_the_memory_and_when_it_is_told_to()
    {
        string path = System.IO.Path.Combine(_folder.Path, "rows.parquet");
        using (var file = new PartitionFile(path, Schemas.Trades))
        {
            var batch = new RowBatch(Schemas.Trades);
            for (int written = 0; written < 200; written++)
            {
                batch.Clear();
                for (int row = 0; row < RowBatch.DefaultCapacity; row++)
                {
                    batch.Add(Row(row, "a", "buy", 1, 1), 0);
                }

                file.Append(batch);
                Assert.InRange(file.RowsInMemory, 0, 122_880);
            }

            file.EndGroup();
            Assert.Equal(0, file.RowsInMemory);
            file.Append(batch);
            file.Close();
        }

        Assert.Equal(
            "122880\n122880\n122880\n40960\n2048",
            Table(
                $"SELECT row_group_num_rows FROM parquet_metadata({Sql.Text(path)}) WHERE column_id = 0 ORDER BY row_group_id"
            )
        );
    }

    [Fact]
    public void A_full_disk_is_told_with_the_file()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "this system has no file that is always full");

        IOException refused = Assert.Throws<IOException>(() => new PartitionFile("/dev/full", Schemas.Trades));

        Assert.Contains("/dev/full", refused.Message, StringComparison.Ordinal);
    }

    private string Write(params ReadOnlySpan<RowBatch> batches)
    {
        string path = System.IO.Path.Combine(_folder.Path, "rows.parquet");
        using var file = new PartitionFile(path, Schemas.Trades);
        foreach (RowBatch batch in batches)
        {
            file.Append(batch);
        }

        file.Close();
        return path;
    }

    private static RowBatch Batch(
        params ReadOnlySpan<(int Time, string Id, string Side, double Price, double Quantity)> rows
    )
    {
        var batch = new RowBatch(Schemas.Trades);
        foreach ((int time, string id, string side, double price, double quantity) in rows)
        {
            batch.Add(Row(time, id, side, price, quantity), 0);
        }

        return batch;
    }

    private static RowBatch Row(int time, string id, string side, double price, double quantity)
    {
        var row = new RowBatch(Schemas.Trades, 1);
        row.StartSingleRow();
        row.SetTime(1760131200000000 + time);
        row.SetText(1, System.Text.Encoding.UTF8.GetBytes(id));
        row.SetText(2, System.Text.Encoding.UTF8.GetBytes(side));
        row.SetNumber(3, price);
        row.SetNumber(4, quantity);
        return row;
    }

    private string Table(string sql)
    {
        using var store = new ParquetStore(_folder.Store);
        return store.Table(sql);
    }
}
