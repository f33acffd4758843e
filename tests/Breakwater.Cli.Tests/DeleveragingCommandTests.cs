namespace Breakwater.Cli.Tests;

public sealed class DeleveragingCommandTests
{
    [Fact]
    public async Task A_file_that_is_missing_is_named_and_answered_with_2()
    {
        var answer = await CommandLine.Run("deleveraging", "no-such-waves.csv");

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("no-such-waves.csv: is not there", answer.Errors);
    }
}
