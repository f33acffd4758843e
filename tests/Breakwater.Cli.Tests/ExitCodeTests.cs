namespace Breakwater.Cli.Tests;

public sealed class ExitCodeTests
{
    [Fact]
    public async Task Version_names_the_engine_that_was_built()
    {
        var answer = await CommandLine.Run("--version");

        Assert.Equal(0, answer.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+(\+[0-9a-f]{40}(\.modified)?)?\s*$", answer.Output);
    }

    [Fact]
    public async Task A_word_that_is_no_command_is_named_and_answered_with_2()
    {
        var answer = await CommandLine.Run("rum");

        Assert.Equal(2, answer.ExitCode);
        Assert.Equal("error: there is no command \"rum\", did you mean \"run\"?", answer.Errors.Trim());
    }

    [Fact]
    public async Task Without_a_command_those_that_there_are_are_named()
    {
        var answer = await CommandLine.Run();

        Assert.Equal(2, answer.ExitCode);
        Assert.StartsWith("error: which command? One of run, compare, ", answer.Errors);
    }
}
