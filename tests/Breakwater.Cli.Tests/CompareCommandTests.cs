using System.Text.Json;

namespace Breakwater.Cli.Tests;

public sealed class CompareCommandTests : IDisposable
{
    private static readonly string s_small = Path.Combine(
        AppContext.BaseDirectory,
        "Inputs",
        "scenarios",
        "small.yaml"
    );

    private readonly string _parent = Directory.CreateTempSubdirectory("breakwater-").FullName;

    [Fact]
    public async Task Two_sides_are_shown_by_figure_with_their_difference()
    {
        CommandLine answer = await CommandLine.Run(
            "compare",
            s_small,
            "leverage-10x",
            "--seeds",
            "1..4",
            "--out",
            PathOf("comparison")
        );
        Assert.Equal(0, answer.ExitCode);
        Assert.Contains("small+leverage-10x LESS small", answer.Output, StringComparison.Ordinal);
        Assert.Contains(
            "policies/leverage-10x.yaml: venues.*.leverageCap = 10x",
            answer.Output,
            StringComparison.Ordinal
        );
        Assert.Matches("figure +venue +coin +median +first's +difference +95 % \\(t\\)", answer.Output);
        Assert.Matches("(?m)^accounts_liquidated +all +all .* 4 of 4", answer.Output);
    }

    [Fact]
    public async Task A_market_s_falls_and_lows_come_first_with_their_paired_differences()
    {
        using var thin = new ThinScenario();
        string[] sides = [thin.File, "fund-doubled"];
        CommandLine answer = await CommandLine.Run(["compare", .. sides, "--seeds", "1..2", "--out", PathOf("falls")]);
        string[] rows =
        [
            .. answer.Output.Split('\n').SkipWhile(line => !line.StartsWith("figure ", StringComparison.Ordinal)),
        ];
        Assert.Matches("^fall +binance-usdm +BTC +-[0-9.]+ % +-[0-9.]+ % ", rows[1]);
        Assert.Matches("^low_time +binance-usdm +BTC +[0-9.]+ +[0-9.]+ ", rows[2]);
        Assert.Contains("fund_drawdown: the most that a fund was below", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_the_folder_s_and_the_folder_is_listed()
    {
        CommandLine answer = await CommandLine.Run(
            "compare",
            s_small,
            s_small,
            "--seeds",
            "1..3",
            "--json",
            "--out",
            PathOf("comparison")
        );
        using JsonDocument printed = JsonDocument.Parse(answer.Output);
        using JsonDocument written = JsonDocument.Parse(
            await File.ReadAllTextAsync(
                Path.Combine(PathOf("comparison"), "differences.json"),
                TestContext.Current.CancellationToken
            )
        );
        Assert.True(JsonElement.DeepEquals(printed.RootElement, written.RootElement));
        Assert.All(
            printed.RootElement.GetProperty("against")[0].GetProperty("figures").EnumerateArray(),
            figure => Assert.Equal(0, figure.GetProperty("difference").GetProperty("mean").GetDouble())
        );
        CommandLine list = await CommandLine.Run("list", "--runs", "--in", _parent);
        Assert.Matches(@"comparison +small against small \(2\) +1\.\.3 +complete", list.Output);
    }

    [Theory]
    [InlineData("small.yaml fund-halved", "there is no scenario \"fund-halved\"")]
    [InlineData("small.yaml", "Required argument missing for command: 'compare'")]
    [InlineData("small.yaml fund-doubled --seeds 4..1", "--seeds: \"4..1\" counts down from 4 to 1")]
    [InlineData("small.yaml fund-doubled --set crowd", "--set: \"crowd\" must be a path and a value")]
    [InlineData("small.yaml liquidations-off --seeds 1..2", "market.switches.liquidations: the scenario has no market")]
    public async Task What_cannot_be_compared_is_answered_in_one_line_with_exit_code_2(string command, string message)
    {
        string[] arguments = command.Replace("small.yaml", s_small, StringComparison.Ordinal).Split(' ');
        CommandLine answer = await CommandLine.Run(["compare", .. arguments, "--out", PathOf("x")]);
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(message, answer.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_parent));
    }

    [Fact]
    public async Task Policies_are_listed_with_scenarios_and_alone()
    {
        CommandLine list = await CommandLine.Run("list");
        Assert.Matches("(?m)^fund-doubled +Every insurance fund", list.Output);
        CommandLine policies = await CommandLine.Run("list", "--policies", "--json");
        using JsonDocument printed = JsonDocument.Parse(policies.Output);
        Assert.Contains(
            printed.RootElement.EnumerateArray(),
            policy => policy.GetProperty("name").GetString() == "leverage-10x"
        );
    }

    [Fact]
    public async Task A_run_with_other_values_says_so_and_its_manifest_repeats_it()
    {
        CommandLine answer = await CommandLine.Run(
            "run",
            s_small + "+fund-empty",
            "--set",
            "venues.first.slippage=1 %",
            "--set",
            "venues.first.leverageCap=5x",
            "--out",
            PathOf("run")
        );
        Assert.Equal(0, answer.ExitCode);
        Assert.Contains("small+fund-empty, seed 1", answer.Output, StringComparison.Ordinal);
        Assert.Contains("--set: venues.first.slippage = 1 %", answer.Output, StringComparison.Ordinal);
        using JsonDocument manifest = JsonDocument.Parse(
            await File.ReadAllTextAsync(
                Path.Combine(PathOf("run"), "manifest.json"),
                TestContext.Current.CancellationToken
            )
        );
        Assert.Equal("small+fund-empty", manifest.RootElement.GetProperty("scenario").GetString());
        Assert.Equal(
            ["venues.*.fundCapital=* 0", "venues.first.slippage=1 %", "venues.first.leverageCap=5x"],
            manifest
                .RootElement.GetProperty("changes")
                .EnumerateArray()
                .Select(change => $"{change.GetProperty("path").GetString()}={change.GetProperty("text").GetString()}")
        );
    }

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    private string PathOf(string name) => Path.Combine(_parent, name);
}
