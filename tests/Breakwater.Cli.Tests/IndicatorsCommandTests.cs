using System.Text.Json;

namespace Breakwater.Cli.Tests;

public sealed class IndicatorsCommandTests : IDisposable
{
    private readonly MarketFolder _market = new();

    [Fact]
    public async Task Named_indicators_come_with_unit_rows_and_span()
    {
        await _market.WithBars();

        CommandLine table = await _market.Run("indicators", "candle", "drawdown");
        CommandLine json = await _market.Run("indicators", "candle", "--json");

        Assert.Equal((0, 0), (table.ExitCode, json.ExitCode));
        Assert.Contains("binance XYZUSDT bars-1h", table.Output, StringComparison.Ordinal);
        Assert.Contains("on 2025-10-10, open to close 4.5", table.Output, StringComparison.Ordinal);
        JsonElement candle = Assert.Single(JsonDocument.Parse(json.Output).RootElement.EnumerateArray());
        Assert.Equal(111 - 98, candle.GetProperty("value").GetDouble());
        Assert.Equal(4, candle.GetProperty("rows").GetInt64());
    }

    [Fact]
    public async Task Days_venue_and_instrument_narrow_what_is_measured()
    {
        await _market.WithBars();

        CommandLine otherDay = await _market.Run("indicators", "candle", "--from", "2025-10-11", "--json");
        CommandLine otherVenue = await _market.Run("indicators", "candle", "--venue", "okx", "--json");
        CommandLine all = await _market.Run("indicators", "--to", "2025-10-10", "--instrument", "XYZUSDT", "--json");

        Assert.Equal((2, 2), (otherDay.ExitCode, otherVenue.ExitCode));
        Assert.Contains(
            "candle, any venue, any instrument, from 2025-10-11",
            otherDay.Errors,
            StringComparison.Ordinal
        );
        Assert.Contains("venue 'okx'", otherVenue.Errors, StringComparison.Ordinal);
        string[] names =
        [
            .. JsonDocument
                .Parse(all.Output)
                .RootElement.EnumerateArray()
                .Select(row => row.GetProperty("indicator").GetString()!)
                .Distinct(),
        ];
        Assert.Equal(["drawdown", "candle", "volatility", "support", "amihud"], names);
    }

    [Fact]
    public async Task Correlation_is_with_the_instrument_that_is_named()
    {
        await _market.WithBars();

        CommandLine alone = await _market.Run("indicators", "correlation");
        CommandLine unknown = await _market.Run("indicators", "correlation", "--against", "SPY");

        Assert.Equal((2, 2), (alone.ExitCode, unknown.ExitCode));
        Assert.Contains("expected --against", alone.Errors, StringComparison.Ordinal);
        Assert.Contains("'SPY' has no closes in the store", unknown.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_none_is_answered_with_those_that_are()
    {
        CommandLine answer = await _market.Run("indicators", "mood", "--json");

        Assert.Equal(2, answer.ExitCode);
        string message = JsonDocument
            .Parse(answer.Output)
            .RootElement.GetProperty("error")
            .GetProperty("message")
            .GetString()!;
        Assert.StartsWith(
            "'mood' is no indicator, expected market-cap-loss, drawdown",
            message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("10/11/2025")]
    public async Task A_day_that_is_none_or_of_a_country_s_custom_is_named(string day)
    {
        CommandLine answer = await _market.Run("indicators", "--from", day);

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains($"--from: '{day}', expected a day such as 2025-10-10", answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_in_the_wrong_order_are_named()
    {
        await _market.WithBars();

        CommandLine answer = await _market.Run("indicators", "--from", "2025-10-11", "--to", "2025-10-10");

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("--from 2025-10-11 is after --to 2025-10-10", answer.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _market.Dispose();
}
