using System.Globalization;
using System.Text;

namespace Breakwater.Data.Tests;

public sealed class ImportTests : IDisposable
{
    internal const string Header = "exchange,symbol,timestamp,local_timestamp,id,side,price,amount\n";

    private readonly TemporaryFolder _folder = new();
    private readonly ParquetStore _store;

    public ImportTests() => _store = new ParquetStore(_folder.Store);

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Plain_gzip_and_zip_are_told_by_their_content()
    {
        string text = Header + Row(0) + Row(1);
        string plain = _folder.Write("plain.data", text);
        string gzip = _folder.Write("gzip.data", TemporaryFolder.Gzip(text));
        string zip = _folder.Write(
            "zip.data",
            TemporaryFolder.Zip(("a.csv", Header + Row(2)), ("b.csv", Header + Row(3)))
        );

        ImportSummary summary = _store.Import(plain, gzip, zip);

        Assert.Equal([2L, 0, 1, 1], summary.Files.Select(file => file.Added));
        Assert.Equal(4, _store.Count("trades"));
    }

    [Fact]
    public void Importing_twice_changes_nothing()
    {
        string path = _folder.Write("trades.csv", Header + string.Concat(Enumerable.Range(0, 5000).Select(Row)));

        _store.Import(path);
        string before = _store.Table("SELECT * FROM trades ORDER BY ALL");
        ImportSummary again = _store.Import(path);

        Assert.Equal(5000, again.RowsRead);
        Assert.Equal(0, again.RowsAdded);
        Assert.Equal(before, _store.Table("SELECT * FROM trades ORDER BY ALL"));
    }

    [Fact]
    public void Rows_out_of_order_are_stored_in_order_and_counted()
    {
        string path = _folder.Write("trades.csv", Header + Row(3) + Row(4) + Row(1) + Row(5) + Row(2));

        ImportSummary summary = _store.Import(path);

        Assert.Equal(2, summary.Series[0].OutOfOrder);
        Assert.Equal("1\n2\n3\n4\n5", _store.Table("SELECT id FROM trades"));
    }

    [Fact]
    public void A_file_that_runs_backwards_is_in_order()
    {
        string path = _folder.Write("trades.csv", Header + Row(3) + Row(2) + Row(1));

        ImportSummary summary = _store.Import(path);

        Assert.Equal(0, summary.Series[0].OutOfOrder);
        Assert.Equal("1\n2\n3", _store.Table("SELECT id FROM trades"));
    }

    [Fact]
    public void A_repeated_trade_is_counted_and_stored_once()
    {
        string path = _folder.Write("trades.csv", Header + Row(1) + Row(2) + Row(2) + Row(3));

        ImportSummary summary = _store.Import(path);

        Assert.Equal(1, summary.Series[0].Duplicates);
        Assert.Equal(4, summary.RowsRead);
        Assert.Equal(3, _store.Count("trades"));
    }

    [Fact]
    public void Equal_liquidations_without_identity_stay_as_often_as_one_source_has_them()
    {
        const string Twice = "bybit,BTCUSDT,1760131200000123,1760131200100000,,sell,103000,1.5\n";
        string first = _folder.Write("liquidations1.csv", Header + Twice + Twice);
        string second = _folder.Write("liquidations2.csv", Header + Twice + Twice + Twice);

        _store.Import(first, first, second, first);

        Assert.Equal(3, _store.Count("liquidations"));
    }

    [Fact]
    public void Bad_rows_are_set_aside_with_file_line_value_and_expectation()
    {
        string path = _folder.Write(
            "trades.csv",
            Header
                + Row(1)
                + "gemini,BTCUSD,1760131200000123,1760131200100000,7,sell,abc,0.25\n"
                + "gemini,BTCUSD,never,1760131200100000,8,sell,100,0.25\n"
                + "gemini,BTCUSD,1760131200000123,1760131200100000,9,hold,100,0.25\n"
                + "gemini,BTCUSD,1760131200000123,1760131200100000,9,buy,-5,0.25\n"
                + "gemini,BTCUSD,1760131200000123\n"
                + Row(2)
        );
        var options = new ImportOptions { RejectFolder = Path.Combine(_folder.Path, "rejects") };

        FileSummary file = new Importer(_store, options).Import([path]).Files[0];

        Assert.Equal((2L, 5L), (file.Rows, file.Rejected));
        Assert.Equal($"{path}:3: price is 'abc', expected a number", file.FirstReject);
        string rejects = File.ReadAllText(file.RejectFile!);
        Assert.Equal(6, rejects.Count(letter => letter == '\n'));
        Assert.Contains(
            "4,\"timestamp is 'never', expected a time from 2009 to 2099\"",
            rejects,
            StringComparison.Ordinal
        );
        Assert.Contains("5,\"side is 'hold', expected buy or sell\"", rejects, StringComparison.Ordinal);
        Assert.Contains("6,\"price is -5, expected a number above 0\"", rejects, StringComparison.Ordinal);
        Assert.Contains(
            "7,\"3 fields where 8 are expected\",\"gemini,BTCUSD,1760131200000123\"",
            rejects,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Strict_stops_at_the_first_bad_row_and_stores_nothing_of_its_file()
    {
        string path = _folder.Write("trades.csv", Header + Row(1) + "gemini,BTCUSD,never,0,8,sell,100,0.25\n");
        var importer = new Importer(_store, new ImportOptions { IsStrict = true });

        BadRowException stopped = Assert.Throws<BadRowException>(() => importer.Import([path]));

        Assert.Equal($"{path}:3: timestamp is 'never', expected a time from 2009 to 2099", stopped.Message);
        Assert.Empty(_store.Partitions());
    }

    [Fact]
    public void Names_from_a_file_cannot_leave_the_store()
    {
        string path = _folder.Write(
            "trades.csv",
            Header + Row(1).Replace("gemini", "../../up", StringComparison.Ordinal)
        );

        _store.Import(path);

        Assert.Equal("../../up", Assert.Single(_store.Partitions()).Partition.Venue);
        Assert.Equal("../../up", _store.Table("SELECT venue FROM trades"));
        Assert.Equal(
            ["store", "trades.csv"],
            Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order()
        );
    }

    [Fact]
    public void Rows_beyond_what_memory_may_hold_spill_and_come_back_whole()
    {
        var text = new StringBuilder(Header);
        for (int row = 0; row < 1_100_000; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"x,A,{1760054400000000 + row},0,{row},buy,1.5,2\n");
        }

        ImportSummary summary = _store.Import(_folder.Write("trades.csv", text.ToString()));

        Assert.Equal(1_100_000, summary.RowsAdded);
        Assert.Equal("1100000 | 604999450000", _store.Table("SELECT count(*), sum(id::BIGINT)::BIGINT FROM trades"));
        Assert.Equal(
            "0",
            _store.Table("SELECT count(*) FROM (SELECT time < lag(time) OVER () AS back FROM trades) WHERE back")
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void More_partitions_than_may_be_open_come_back_whole_and_in_order(int direction)
    {
        const int Instruments = 9;
        using var store = new ParquetStore(_folder.Store) { LargestOpenCount = 4 };
        var text = new StringBuilder(Header);
        for (int row = 0; row < 6000 * Instruments; row++)
        {
            long time = 1760054400000000 + (direction * row) + (6000 * Instruments);
            text.Append(CultureInfo.InvariantCulture, $"x,S{row % Instruments},{time},0,{row},buy,1.5,2\n");
        }

        ImportSummary summary = store.Import(_folder.Write("trades.csv", text.ToString()));

        Assert.Equal(6000 * Instruments, summary.RowsAdded);
        Assert.Equal(
            $"{Instruments} | 6000 | 6000",
            store.Table(
                "SELECT count(*), min(n), max(n) FROM (SELECT count(*) AS n FROM trades GROUP BY instrument, day)"
            )
        );
        Assert.Equal(
            "0",
            store.Table(
                "SELECT count(*) FROM (SELECT instrument = lag(instrument) OVER () AND time < lag(time) OVER () AS back FROM trades) WHERE back"
            )
        );
    }

    [Fact]
    public void A_large_partition_is_merged_slice_by_slice_with_every_row_once()
    {
        const int Count = 2_500_000;
        string Rows(int from, int to, int step)
        {
            var text = new StringBuilder(Header);
            for (int row = from; row != to; row += step)
            {
                text.Append(CultureInfo.InvariantCulture, $"x,A,{1760054400000000 + (row / 3)},0,{row},buy,1.5,2\n");
            }

            return text.ToString();
        }

        _store.Import(
            _folder.Write("backwards.csv", Rows(Count - 1, -1, -1)),
            _folder.Write("overlap.csv", Rows(0, 1_000_000, 1))
        );

        Assert.Equal($"{Count} | {Count}", _store.Table("SELECT count(*), count(DISTINCT id) FROM trades"));
        Assert.Equal(
            "0",
            _store.Table("SELECT count(*) FROM (SELECT time < lag(time) OVER () AS back FROM trades) WHERE back")
        );
    }

    internal static string Row(int number) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"gemini,BTCUSD,{1760131200000000 + (number * 1000L)},0,{number},{(number % 2 == 0 ? "buy" : "sell")},{100 + (number % 7)}.25,0.5\n"
        );
}
