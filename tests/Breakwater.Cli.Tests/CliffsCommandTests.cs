using System.Text.Json;

namespace Breakwater.Cli.Tests;

public sealed class CliffsCommandTests : IDisposable
{
    private readonly ThinScenario _thin = new();

    [Fact]
    public async Task The_map_says_where_a_shock_stops_and_what_it_is()
    {
        string command = "--seeds 1..2 --coin btc --shock 4% --against-runs 4";
        CommandLine answer = await CommandLine.Run(["cliffs", _thin.File, .. command.Split(' ')]);
        Assert.Equal(0, answer.ExitCode);
        Assert.Contains("BTC: a shock of -4.0 % next stops at", answer.Output, StringComparison.Ordinal);
        Assert.Contains("a stress test, not a forecast", answer.Output, StringComparison.Ordinal);
        Assert.Contains("WHICH VENUE INFECTS WHICH, ARBITRAGE CUT (modelled", answer.Output, StringComparison.Ordinal);
        Assert.Contains("A dollar sold by force at hyperliquid forces $", answer.Output, StringComparison.Ordinal);
        Assert.Contains("R is ", answer.Output, StringComparison.Ordinal);
        Assert.Contains("Not in a map: size of funds", answer.Output, StringComparison.Ordinal);
        Assert.Contains("THE MAP BESIDE RUNS (modelled", answer.Output, StringComparison.Ordinal);
        Assert.Contains("THE MAP OVER THE RUN", answer.Output, StringComparison.Ordinal);
        Assert.Contains(
            "Of a venue's distance from the others was gone, from the shock",
            answer.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("--against-runs 4 is read as 4 % of the price", answer.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("--shock", answer.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("ETH:", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_holds_the_levels_of_every_coin()
    {
        CommandLine answer = await CommandLine.Run("cliffs", _thin.File, "--seeds", "3", "--json");
        using JsonDocument printed = JsonDocument.Parse(answer.Output);
        Assert.Equal("modelled", printed.RootElement.GetProperty("basis").GetString());
        JsonElement coins = printed.RootElement.GetProperty("coins");
        Assert.Equal(10, coins.GetArrayLength());
        Assert.All(coins.EnumerateArray(), coin => Assert.True(coin.GetProperty("levels").GetArrayLength() > 10));
        JsonElement infection = printed.RootElement.GetProperty("infection");
        Assert.Equal(
            ["whole", "whole", "limited", "limited", "cut", "cut"],
            infection
                .GetProperty("numbers")
                .EnumerateArray()
                .Select(number => number.GetProperty("arbitrage").GetString())
        );
        Assert.Equal(4, infection.GetProperty("passThroughs").GetArrayLength());
        JsonElement rule = infection.GetProperty("rules")[0];
        Assert.True(rule.GetProperty("sold").GetProperty("p50").GetDouble() < 0);
        Assert.Equal(0, printed.RootElement.GetProperty("runRatios").GetArrayLength());
    }

    [Theory]
    [InlineData("cliffs oct-10-2025 --coin XYZ", "--coin: 'XYZ' is no coin of oct-10-2025, expected BTC, ETH")]
    [InlineData("cliffs oct-10-2025 --shock 0", "--shock: \"0\" must be a percentage above 0 and below 100")]
    [InlineData(
        "cliffs oct-10-2025 --shock 60%",
        "a shock of 60 % to the market takes BTC to -60 %, and the map's levels end at -50 %"
    )]
    [InlineData("cliffs oct-10-2025 --against-runs 4,60%", "a shock of 60 % to the market takes BTC to -60 %")]
    [InlineData("cliffs oct-10-2025 --shock much", "--shock: \"much\" must be a percentage")]
    [InlineData("cliffs oct-10-2025 --seeds 5..1", "--seeds")]
    [InlineData("cliffs oct-10-2025 --against-runs 2,,4", "--against-runs: \"\" must be a percentage")]
    [InlineData("cliffs oct-10-2025-tape", "its prices are given by tapes")]
    public async Task What_a_user_typed_wrong_is_answered_in_one_line_with_exit_code_2(string command, string message)
    {
        CommandLine answer = await CommandLine.Run(command.Split(' '));
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(message, answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_is_not_asked_of_a_shock_that_its_books_do_not_hold()
    {
        string wild = File.ReadAllText(_thin.File)
            .Replace("beta: { value: 0.9,", "beta: { value: 4,", StringComparison.Ordinal);
        File.WriteAllText(_thin.File, wild);
        CommandLine answer = await CommandLine.Run(["cliffs", _thin.File, "--against-runs", "40%"]);
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(
            "--against-runs: a shock of 40 % takes BNB to -87 %, and a run follows none beyond -80 %",
            answer.Errors,
            StringComparison.Ordinal
        );
    }

    public void Dispose() => _thin.Dispose();
}
