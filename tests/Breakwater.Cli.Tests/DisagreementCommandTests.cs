namespace Breakwater.Cli.Tests;

public sealed class DisagreementCommandTests
{
    [Theory]
    [InlineData("oct-10-2025-tape", "market.liquidity: the scenario has no market")]
    [InlineData("oct-10-2025 --seeds 3..1", "--seeds: \"3..1\" counts down from 3 to 1")]
    [InlineData("oct-10-2025 --threads 0", "--threads: 0 must be at least 1")]
    public async Task What_cannot_be_run_on_both_is_refused(string arguments, string message)
    {
        CommandLine answer = await CommandLine.Run(["disagreement", .. arguments.Split(' ')]);
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(message, answer.Errors, StringComparison.Ordinal);
    }
}
