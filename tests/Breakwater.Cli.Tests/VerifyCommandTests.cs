using System.Text.Json;

namespace Breakwater.Cli.Tests;

public sealed class VerifyCommandTests
{
    [Fact]
    public async Task Json_holds_each_figure_beside_the_papers()
    {
        var answer = await CommandLine.Run("verify", "leverage-cycle", "--json");

        Assert.Equal(0, answer.ExitCode);
        JsonElement theory = JsonDocument.Parse(answer.Output).RootElement[0];
        Assert.Equal("J. Geanakoplos", theory.GetProperty("paper").GetProperty("authors").GetString());
        Assert.True(theory.GetProperty("pass").GetBoolean());
        Assert.All(
            theory.GetProperty("figures").EnumerateArray(),
            figure => Assert.True(figure.GetProperty("tolerance").GetDouble() > 0)
        );
    }

    [Fact]
    public async Task A_limit_that_is_written_down_is_shown_and_is_no_failure()
    {
        var answer = await CommandLine.Run("verify", "square-root-impact");

        Assert.Equal(0, answer.ExitCode);
        Assert.Contains("docs/verification.md", answer.Output);
    }

    [Fact]
    public async Task A_theory_that_is_not_known_is_answered_with_those_that_are()
    {
        var answer = await CommandLine.Run("verify", "phlogiston");

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("'phlogiston'", answer.Errors);
        Assert.Contains("santa-fe", answer.Errors);
    }
}
