using System.Text.Json;

namespace Breakwater.Cli.Tests;

public sealed class QueryCommandTests : IDisposable
{
    private readonly MarketFolder _market = new();

    [Fact]
    public async Task Rows_come_as_a_table_and_as_json()
    {
        await _market.WithBars();
        const string Sql = "select max(high) as top, min(low) as bottom from bars";

        CommandLine table = await _market.Run("query", Sql);
        CommandLine json = await _market.Run("query", Sql, "--json");

        Assert.Equal((0, 0), (table.ExitCode, json.ExitCode));
        Assert.Equal(["top  bottom", "111  98"], table.Output.TrimEnd().Split('\n'));
        JsonElement row = Assert.Single(JsonDocument.Parse(json.Output).RootElement.EnumerateArray());
        Assert.Equal((111, 98), (row.GetProperty("top").GetInt32(), row.GetProperty("bottom").GetInt32()));
    }

    [Fact]
    public async Task More_rows_than_the_limit_are_cut_with_a_word()
    {
        await _market.WithBars();

        CommandLine answer = await _market.Run("query", "select close from bars order by time", "--limit", "2");

        Assert.Equal(["close", "100", "110"], answer.Output.TrimEnd().Split('\n'));
        Assert.Contains("only the first 2 rows", answer.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("select closed from bars", "closed")]
    [InlineData("selec 1", "selec")]
    [InlineData("select * from nothing", "nothing")]
    public async Task A_statement_that_cannot_be_read_is_named_with_exit_code_2(string sql, string named)
    {
        await _market.WithBars();
        CommandLine text = await _market.Run("query", sql);
        CommandLine json = await _market.Run("query", sql, "--json");

        Assert.Equal((2, 2), (text.ExitCode, json.ExitCode));
        Assert.Contains(named, text.Errors, StringComparison.Ordinal);
        Assert.Empty(text.Output);
        JsonElement error = JsonDocument.Parse(json.Output).RootElement.GetProperty("error");
        Assert.Equal(2, error.GetProperty("exitCode").GetInt32());
        Assert.Contains(named, error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_not_there_is_named_and_not_made()
    {
        CommandLine query = await _market.Run("query", "select 1");
        CommandLine indicators = await _market.Run("indicators");

        Assert.Equal((2, 2), (query.ExitCode, indicators.ExitCode));
        Assert.All(
            [query, indicators],
            answer => Assert.StartsWith("error: there is no store at", answer.Errors, StringComparison.Ordinal)
        );
        Assert.False(Directory.Exists(_market.Store));
    }

    [Fact]
    public async Task What_is_no_number_is_null_and_times_are_marked_as_utc()
    {
        await _market.WithBars();

        CommandLine json = await _market.Run(
            "query",
            "select 'NaN'::double n, 'inf'::double i, 0.1::double x",
            "--json"
        );
        CommandLine time = await _market.Run("query", "select min(time) as t from bars");

        JsonElement row = Assert.Single(JsonDocument.Parse(json.Output).RootElement.EnumerateArray());
        Assert.Equal(JsonValueKind.Null, row.GetProperty("n").ValueKind);
        Assert.Equal(JsonValueKind.Null, row.GetProperty("i").ValueKind);
        Assert.Equal(0.1, row.GetProperty("x").GetDouble());
        Assert.Contains("2025-10-10 00:00:00Z", time.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _market.Dispose();
}
