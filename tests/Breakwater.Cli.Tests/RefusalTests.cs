using System.Text.Json;

namespace Breakwater.Cli.Tests;

/// <summary>What a command would have to ignore, or cannot reach, it says.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("list --runs --policies", "--runs and --policies: one list at a time")]
    [InlineData("margin questions.jsonl --venue okx-swap", "--venue: does not go with a file of questions")]
    [InlineData("margin - --explain", "--explain: does not go with a file of questions")]
    [InlineData("report nosuch", "there is no run nosuch")]
    [InlineData("check .", ".: is a folder, expected a file of claims")]
    [InlineData("run oct-10-2025 --seed -x", "expected a whole number from 0")]
    [InlineData("query SELECT --limit -1", "--limit: -1 must not be negative")]
    [InlineData("query SELECT --store Host=localhost;Nonsense=1", "the store's address cannot be read")]
    public async Task What_would_be_ignored_is_refused_with_exit_code_2(string command, string message)
    {
        CommandLine answer = await CommandLine.Run(command.Split(' '));

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(message, answer.Errors, StringComparison.Ordinal);
        Assert.Single(answer.Errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task An_option_that_cannot_be_read_is_json_where_json_is_asked_for()
    {
        CommandLine answer = await CommandLine.Run("run", "oct-10-2025", "--seed", "x", "--json");

        Assert.Equal(2, answer.ExitCode);
        using var document = JsonDocument.Parse(answer.Output);
        Assert.Equal(2, document.RootElement.GetProperty("error").GetProperty("exitCode").GetInt32());
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_no_fault_of_the_input()
    {
        string silent = "Host=127.0.0.1;Port=1;Username=nobody;Database=nothing;Timeout=2";
        CommandLine answer = await CommandLine.Run("query", "SELECT 1", "--store", silent);

        Assert.Equal(1, answer.ExitCode);
        Assert.StartsWith("error: the store's database does not answer", answer.Errors, StringComparison.Ordinal);
        Assert.Single(answer.Errors.TrimEnd().Split('\n'));
    }
}
