using System.Text.Json;

namespace Breakwater.Cli.Tests;

public sealed class EnsembleCommandTests : IDisposable
{
    private static readonly string s_small = Path.Combine(
        AppContext.BaseDirectory,
        "Inputs",
        "scenarios",
        "small.yaml"
    );

    private readonly string _parent = Directory.CreateTempSubdirectory("breakwater-").FullName;

    [Fact]
    public async Task Several_seeds_are_shown_as_distributions()
    {
        CommandLine answer = await CommandLine.Run("run", s_small, "--seeds", "1..3,9", "--out", PathOf("ensemble"));
        Assert.Equal(0, answer.ExitCode);
        Assert.Contains("small, seeds 1..3,9 of the crowd", answer.Output, StringComparison.Ordinal);
        Assert.Matches("figure +venue +coin +lowest +5 % +median +95 % +highest", answer.Output);
        Assert.Matches("(?m)^forced +all +all ", answer.Output);
    }

    [Fact]
    public async Task Json_is_the_folder_s_and_the_folder_is_listed()
    {
        string[] arguments =
        [
            "run",
            s_small,
            "--seeds",
            "1..3",
            "--threads",
            "2",
            "--json",
            "--out",
            PathOf("ensemble"),
        ];
        CommandLine answer = await CommandLine.Run(arguments);
        using JsonDocument printed = JsonDocument.Parse(answer.Output);
        string file = Path.Combine(PathOf("ensemble"), "ensemble.json");
        using JsonDocument written = JsonDocument.Parse(
            await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)
        );
        Assert.True(JsonElement.DeepEquals(printed.RootElement.GetProperty("summary"), written.RootElement));

        CommandLine list = await CommandLine.Run("list", "--runs", "--in", _parent, "--json");
        using JsonDocument runs = JsonDocument.Parse(list.Output);
        JsonElement run = Assert.Single(runs.RootElement.EnumerateArray());
        Assert.Equal("complete", run.GetProperty("state").GetString());
        Assert.Equal("1..3", run.GetProperty("seeds").GetString());
        CommandLine table = await CommandLine.Run("list", "--runs", "--in", _parent);
        Assert.Matches("ensemble +small +1..3 +complete", table.Output);
    }

    [Fact]
    public async Task A_copy_of_a_scenario_says_beside_which_day_it_is_set_and_what_its_fund_figures_are()
    {
        using var copy = new ThinScenario();
        CommandLine answer = await CommandLine.Run("run", copy.File, "--seeds", "1..2", "--out", PathOf("copy"));
        Assert.Contains(
            "SCOREBOARD (modelled over 2 seeds, beside what was observed on 2025-10-10, UTC)",
            answer.Output,
            StringComparison.Ordinal
        );
        Assert.Matches("(?m)^fund_drawdown +all +all ", answer.Output);
        Assert.Matches("(?m)^fund_drawdown: the most that a fund was below its capital at any moment", answer.Output);
        Assert.Matches("(?m)^H8 +insurance fund, start less end, Binance ", answer.Output);
    }

    [Theory]
    [InlineData("--seeds 3..1", "--seeds: \"3..1\" counts down from 3 to 1")]
    [InlineData("--seeds 1..3 --seed 2", "--seed: does not go with --seeds")]
    [InlineData("--seeds 1..3 --accounts x.csv", "--accounts: does not go with --seeds")]
    public async Task Options_that_contradict_each_other_are_refused(string options, string message)
    {
        CommandLine answer = await CommandLine.Run(["run", s_small, .. options.Split(' '), "--out", PathOf("x")]);
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(message, answer.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_parent));
    }

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    private string PathOf(string name) => Path.Combine(_parent, name);
}
