using Breakwater.Domain;

namespace Breakwater.Data.Tests;

public sealed class MappingTests : IDisposable
{
    private const string Gold = """
        kind: bars
        venue: comex
        instrument-field: Symbol
        columns:
          time: Date
          open: Open
          high: High
          low: Low
          close: Close
          volume: Volume
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly ParquetStore _store;

    public MappingTests() => _store = new ParquetStore(_folder.Store);

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_mapping_describes_any_CSV()
    {
        string table = _folder.Write(
            "gold.csv",
            """
            Date,Symbol,Open,High,Low,Close,Volume
            2025-10-10,GC,4000,4060,3990,4050,1000
            2025-10-13,GC,4060,4130,4055,4120,900
            """
        );

        Import(table);

        Assert.Equal(
            "comex | GC | 2025-10-10 | 4050\ncomex | GC | 2025-10-13 | 4120",
            _store.Table("SELECT venue, instrument, day, close FROM daily_bars ORDER BY time")
        );
    }

    [Fact]
    public void A_mapping_describes_any_Parquet()
    {
        string table = GoldTable("gold.parquet", low: 3990);

        ImportSummary summary = Import(table);

        Assert.Empty(summary.Problems);
        Assert.Equal(2, summary.RowsAdded);
        Assert.Equal(
            "GC | 2025-10-10 21:20:00.000001 | 4050.5 | 1000\nGC | 2025-10-11 21:20:00.000001 | 4051.5 | 1000",
            _store.Table("SELECT instrument, time, close, volume FROM daily_bars ORDER BY time")
        );
    }

    [Fact]
    public void A_bad_row_of_a_Parquet_file_is_set_aside_with_its_number()
    {
        ImportSummary summary = Import(GoldTable("gold.parquet", low: 5000));

        FileSummary file = Assert.Single(summary.Files);
        Assert.Equal((0L, 2L), (file.Rows, file.Rejected));
        Assert.EndsWith(
            "gold.parquet:1: open 4000, high 4060, low 5000, close 4050.5: high or low is not the extreme",
            file.FirstReject,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "2025-10-10 21:20:00.000001,GC,4000.0,4060.0,5000.0",
            File.ReadAllText(file.RejectFile!),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_Parquet_file_with_the_columns_of_a_known_layout_needs_no_mapping()
    {
        string path = Path.Combine(_folder.Path, "trades.parquet");
        new Table<int>(Enumerable.Range(0, 3))
            .Text("exchange", _ => "gemini")
            .Text("symbol", _ => "BTCUSD")
            .Count("timestamp", row => 1760131200000000 + row)
            .Text("id", row => FormattableString.Invariant($"{row}"))
            .Text("side", _ => "sell")
            .Number("price", _ => 107000.5)
            .Number("amount", row => row + 0.5)
            .WriteParquet(path);

        ImportSummary summary = _store.Import(path);

        Assert.Equal("tardis-trades", Assert.Single(summary.Files).Format);
        Assert.Equal("3 | 4.5", _store.Table("SELECT count(*), sum(quantity) FROM trades"));
    }

    [Fact]
    public void A_Parquet_file_that_is_cut_off_is_named_and_nothing_is_stored()
    {
        string whole = GoldTable("gold.parquet", low: 3990);
        string cut = _folder.Write("cut.parquet", File.ReadAllBytes(whole)[..^20]);

        ImportSummary summary = Import(cut);

        Assert.StartsWith(cut, Assert.Single(summary.Problems), StringComparison.Ordinal);
        Assert.Empty(_store.Partitions());
    }

    [Fact]
    public void A_field_that_the_file_does_not_have_is_named_with_those_that_it_has()
    {
        string table = _folder.Write("gold.csv", "Date,Ticker,Open,High,Low,Close,Volume\n2025-10-10,GC,1,1,1,1,1\n");

        string problem = Assert.Single(Import(table).Problems);

        Assert.Equal(
            $"{table}: no field Symbol among Date, Ticker, Open, High, Low, Close, Volume that says the instrument: give --instrument",
            problem
        );
    }

    [Theory]
    [InlineData(
        "kind: bars\nvenue: x\nunknown: 1\n",
        ":3: 'unknown', expected one of kind, venue, venue-field, instrument, instrument-field, columns"
    )]
    [InlineData("kind: candles\nvenue: x\ninstrument: y\ncolumns: {}\n", ":1: 'candles', expected one of trades, bars")]
    [InlineData(
        "kind: bars\nvenue: x\ncolumns: {}\n",
        ":1: what stands here, expected a key instrument or instrument-field"
    )]
    [InlineData(
        "kind: bars\nvenue: x\nvenue-field: v\ncolumns: {}\n",
        ":3: 'v', expected only one of venue and venue-field"
    )]
    [InlineData(
        "kind: trades\nvenue: x\ninstrument: y\ncolumns:\n  prize: p\n",
        ":5: 'prize', expected one of time, id, side, price, quantity"
    )]
    [InlineData("kind: [\n", ":2:")]
    public void A_wrong_mapping_is_answered_with_file_line_value_and_what_is_right(string text, string expected)
    {
        string path = _folder.Write("mapping.yaml", text);

        MappingException wrong = Assert.Throws<MappingException>(() => MappingFile.Read(path));

        Assert.StartsWith(path + expected, wrong.Message, StringComparison.Ordinal);
    }

    private ImportSummary Import(string table)
    {
        var options = new ImportOptions
        {
            Format = MappingFile.Read(_folder.Write("gold.yaml", Gold)),
            RejectFolder = Path.Combine(_folder.Path, "rejects"),
        };
        return new Importer(_store, options).Import([table]);
    }

    private string GoldTable(string name, double low)
    {
        string path = Path.Combine(_folder.Path, name);
        var start = Timestamp.FromUnixNanoseconds(1_760_131_200_000_001_000);
        new Table<int>([0, 1])
            .Time("Date", day => start + Duration.FromMinutes(24 * 60 * day))
            .Text("Symbol", _ => "GC")
            .Number("Open", _ => 4000)
            .Number("High", _ => 4060)
            .Number("Low", _ => low)
            .Exact("Close", day => 4050.5m + day)
            .Count("Volume", _ => 1000)
            .WriteParquet(path);
        return path;
    }
}
