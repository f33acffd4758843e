using System.Text.Json;

namespace Breakwater.Cli.Tests;

public sealed class MapCommandTests : IDisposable
{
    private readonly ThinScenario _thin = new();

    [Fact]
    public async Task The_map_names_its_basis_and_says_that_it_is_no_forecast()
    {
        string command = "map btc --venue binance-usdm --at 2025-10-10T20:45Z --seeds 1..2 --scenario";
        CommandLine answer = await CommandLine.Run([.. command.Split(' '), _thin.File]);
        Assert.Equal(0, answer.ExitCode);
        Assert.Contains("BTC at binance-usdm, 2025-10-10T20:45:00Z", answer.Output, StringComparison.Ordinal);
        Assert.Contains("a stress tool, not a forecast", answer.Output, StringComparison.Ordinal);
        Assert.Contains("LONGS BELOW THAT BECOME LIQUIDATABLE", answer.Output, StringComparison.Ordinal);
        Assert.Contains("SCORE BY LEVEL: none, no liquidations of BTC", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_holds_both_sides_and_the_total_that_was_reported()
    {
        string command = "map BTC --venue all --at 2025-10-10T20:45:00Z --seeds 1 --width 2 --json --scenario";
        CommandLine answer = await CommandLine.Run([.. command.Split(' '), _thin.File]);
        using JsonDocument printed = JsonDocument.Parse(answer.Output);
        Assert.Equal(10, printed.RootElement.GetProperty("longs").GetArrayLength());
        Assert.Equal(10, printed.RootElement.GetProperty("shorts").GetArrayLength());
        Assert.Equal(1, printed.RootElement.GetProperty("totals").GetArrayLength());
    }

    [Theory]
    [InlineData("map XYZ --venue okx --at 2025-10-10T20:45Z", "'XYZ' is no coin of oct-10-2025, expected BTC")]
    [InlineData("map BTC --venue mtgox --at 2025-10-10T20:45Z", "--venue: 'mtgox' is no perpetual venue")]
    [InlineData("map BTC --venue okx --at noon", "--at: \"noon\" must be a time in UTC that ends in Z")]
    [InlineData("map BTC --venue okx --at 2025-10-11T20:45Z", "is not the start of oct-10-2025")]
    [InlineData("map BTC --venue okx --at 2025-10-10T20:45Z --width 0", "--width: 0 must be from 0.01 to 50")]
    [InlineData("map BTC --venue okx --at 2025-10-10T20:45Z --accounts no.csv --seeds 1", "no.csv: no such file")]
    public async Task What_a_user_typed_wrong_is_answered_in_one_line_with_exit_code_2(string command, string message)
    {
        CommandLine answer = await CommandLine.Run(command.Split(' '));
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(message, answer.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _thin.Dispose();
}
