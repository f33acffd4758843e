using Breakwater.Domain;

namespace Breakwater.Data.Tests;

public sealed class TableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void What_is_written_as_Parquet_is_read_again()
    {
        string path = PathOf("rows.parquet");
        TableOf(Row.First, Row.Empty).WriteParquet(path);

        using TableFile file = TableFile.Open(path);
        Assert.Equal(["time", "a \"name\"", "count", "number", "money", "holds"], file.Columns);
        Assert.True(file.Read());
        Assert.Equal(new DateTime(2025, 10, 10, 21, 15, 0, DateTimeKind.Utc).AddMicroseconds(1), file[0]);
        Assert.Equal("longer than twelve bytes, with \"quotes\"", file[1]);
        Assert.Equal(long.MaxValue, file[2]);
        Assert.Equal(0.1, file[3]);
        Assert.Equal(-79228162514264.3375935439m, file[4]);
        Assert.Equal(true, file[5]);
        Assert.True(file.Read());
        Assert.All(Enumerable.Range(0, 6), column => Assert.Null(file[column]));
        Assert.False(file.Read());
    }

    [Fact]
    public void The_CSV_has_the_same_values()
    {
        string path = PathOf("rows.csv");
        TableOf(Row.First, Row.Empty).WriteCsv(path);

        Assert.Equal(
            """"
            time,"a ""name""",count,number,money,holds
            2025-10-10T21:15:00.000001Z,"longer than twelve bytes, with ""quotes""",9223372036854775807,0.1,-79228162514264.3375935439,true
            ,,,,,

            """",
            File.ReadAllText(path)
        );
    }

    [Fact]
    public void Many_rows_keep_their_order()
    {
        string path = PathOf("rows.parquet");
        new Table<int>(Enumerable.Range(0, 300_000)).Count("n", n => n).WriteParquet(path);

        using TableFile file = TableFile.Open(path);
        for (long n = 0; n < 300_000; n++)
        {
            Assert.True(file.Read());
            Assert.Equal(n, file[0]);
        }

        Assert.False(file.Read());
    }

    [Fact]
    public void A_table_that_fails_leaves_what_was_there_and_nothing_else()
    {
        string path = PathOf("rows.parquet");
        new Table<int>([1]).Count("n", n => n).WriteParquet(path);

        var tooFine = new Table<int>([1]).Exact("price", _ => 0.00000000001m);
        Assert.Throws<ArgumentException>(() => tooFine.WriteParquet(path));

        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Path));
        using TableFile file = TableFile.Open(path);
        Assert.Equal(["n"], file.Columns);
    }

    [Fact]
    public void What_is_no_table_is_refused_by_name()
    {
        string path = PathOf("rows.parquet");
        File.WriteAllText(path, "n\n1\n");

        var refused = Assert.Throws<InvalidDataException>(() => TableFile.Open(path));
        Assert.StartsWith(path, refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string PathOf(string name) => Path.Combine(_folder.Path, name);

    private static Table<Row> TableOf(params Row[] rows) =>
        new Table<Row>(rows)
            .Time("time", row => row.Time)
            .Text("a \"name\"", row => row.Text)
            .Count("count", row => row.Count)
            .Number("number", row => row.Number)
            .Exact("money", row => row.Money)
            .Truth("holds", row => row.Holds);

    private sealed record Row(Timestamp? Time, string? Text, long? Count, double Number, decimal? Money, bool? Holds)
    {
        public static Row First { get; } =
            new(
                Timestamp.FromUnixNanoseconds(1_760_130_900_000_001_000),
                "longer than twelve bytes, with \"quotes\"",
                long.MaxValue,
                0.1,
                -79228162514264.3375935439m,
                true
            );

        public static Row Empty { get; } = new(null, null, null, double.NaN, null, null);
    }
}
