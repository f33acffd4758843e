using System.Text.Json;

namespace Breakwater.Cli.Tests;

public sealed class ImportCommandTests : IDisposable
{
    private readonly MarketFolder _market = new();

    [Fact]
    public async Task A_file_is_told_by_its_content_and_coming_again_adds_nothing()
    {
        string file = _market.WriteBars();

        CommandLine first = await _market.Run("import", file);
        CommandLine again = await _market.Run("import", file);

        Assert.Equal((0, 0), (first.ExitCode, again.ExitCode));
        Assert.Contains(
            "1 files (binance-klines): 4 rows read, 4 new, 0 rejected",
            first.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "binance XYZUSDT bars-1h: 4 rows, 2025-10-10 00:00:00 to 2025-10-10 03:00:00 UTC",
            first.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("4 rows read, 0 new", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_holds_the_series_and_what_was_set_aside()
    {
        string file = _market.WriteBars();
        File.AppendAllText(file, "1760068800000,104,-1,103,104,5\n");

        CommandLine answer = await _market.Run("import", file, "--json");

        Assert.Equal(0, answer.ExitCode);
        JsonElement summary = JsonDocument.Parse(answer.Output).RootElement;
        Assert.Equal(4, summary.GetProperty("rowsAdded").GetInt64());
        Assert.Equal(1, summary.GetProperty("rowsRejected").GetInt64());
        JsonElement one = summary.GetProperty("files")[0];
        Assert.Contains(":6", one.GetProperty("firstReject").GetString(), StringComparison.Ordinal);
        Assert.Contains("-1", File.ReadAllText(one.GetProperty("rejectFile").GetString()!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strict_stops_at_the_bad_row_and_stores_nothing()
    {
        string file = _market.WriteBars();
        File.AppendAllText(file, "1760068800000,104,-1,103,104,5\n");

        CommandLine answer = await _market.Run("import", file, "--strict");
        CommandLine rows = await _market.Run("query", "select count(*) as n from bars", "--json");

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(Path.GetFileName(file) + ":6", answer.Errors, StringComparison.Ordinal);
        Assert.Equal(0, JsonDocument.Parse(rows.Output).RootElement[0].GetProperty("n").GetInt64());
    }

    [Fact]
    public async Task A_mapping_reads_any_csv_and_any_parquet()
    {
        string csv = _market.Write(
            "gold.csv",
            "Date,Open,High,Low,Close,Volume\n2025-10-09,4030,4060,3950,3976,10\n2025-10-10,3976,4020,3960,4000,12\n"
        );
        string mapping = _market.Write(
            "gold.yaml",
            "kind: bars\nvenue: comex\ninstrument: GC\ncolumns: { time: Date, open: Open, high: High, low: Low, close: Close, volume: Volume }\n"
        );
        string parquet = _market.PathOf("gold.parquet");

        CommandLine first = await _market.Run("import", "--mapping", mapping, csv);
        CommandLine written = await _market.Run(
            "query",
            $"copy (select time as \"Date\", open as \"Open\", high as \"High\", low as \"Low\", close as \"Close\", volume as \"Volume\" from daily_bars) to '{parquet}' (format parquet)"
        );
        CommandLine again = await _market.Run("import", "--mapping", mapping, parquet);

        Assert.Equal((0, 0, 0), (first.ExitCode, written.ExitCode, again.ExitCode));
        Assert.Contains("comex GC", first.Output, StringComparison.Ordinal);
        Assert.Contains("2 rows read, 0 new", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_answered_in_one_line_with_exit_code_2()
    {
        string unknown = _market.Write("notes.csv", "a,b\n1,2\n");
        string mapping = _market.Write("bad.yaml", "kind: bars\ncolour: red\n");

        CommandLine absent = await _market.Run("import", "nowhere.csv");
        CommandLine foreign = await _market.Run("import", unknown);
        CommandLine mapped = await _market.Run("import", "--mapping", mapping, unknown);

        Assert.Equal((2, 2, 2), (absent.ExitCode, foreign.ExitCode, mapped.ExitCode));
        Assert.Contains("error: nowhere.csv: no such file or folder", absent.Errors, StringComparison.Ordinal);
        Assert.Contains("notes.csv", foreign.Errors, StringComparison.Ordinal);
        Assert.Contains("bad.yaml", mapped.Errors, StringComparison.Ordinal);
        Assert.All([absent, foreign, mapped], answer => Assert.Single(answer.Errors.TrimEnd().Split('\n')));
    }

    public void Dispose() => _market.Dispose();
}
