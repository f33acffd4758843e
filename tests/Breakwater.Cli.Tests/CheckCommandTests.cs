using System.Text.Json;

namespace Breakwater.Cli.Tests;

public sealed class CheckCommandTests : IDisposable
{
    private const string Head = "title: t\ndata: d\ntolerance: 0.05\nloose: 0.15\nclaims:\n";

    private readonly MarketFolder _market = new();

    [Fact]
    public async Task The_claims_of_november_are_printed_with_verdict_value_and_source()
    {
        CommandLine answer = await CommandLine.Run("check", Path.Combine(Checkout(), "claims", "nov-2025.yaml"));

        Assert.Equal(0, answer.ExitCode);
        Assert.Contains(
            "HOLDS: At 100x leverage an adverse move of 2 % wipes a position out",
            answer.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("DATA AND SOURCES", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_holds_each_claim_with_its_verdict()
    {
        string file = _market.Write(
            "claims.yaml",
            Head
                + "- { document: d, claim: c, measure: quotient, numerator: 104, relation: equals, claimed: 100, unit: x }\n"
        );

        CommandLine answer = await CommandLine.Run("check", file, "--json");

        Assert.Equal(0, answer.ExitCode);
        JsonElement claim = Assert.Single(
            JsonDocument.Parse(answer.Output).RootElement.GetProperty("checked").EnumerateArray()
        );
        Assert.Equal("holds", claim.GetProperty("verdict").GetString());
        Assert.Equal(104, claim.GetProperty("measured").GetDouble());
    }

    [Theory]
    [InlineData("- { document: d, claim: c, measure: guess, claimed: 1, unit: x }\n", "'guess' is no measure")]
    [InlineData("- { document: d, claim: c, measure: none, claimed: 1, unit: x, colour: red }\n", "claims.yaml:6:")]
    public async Task What_is_wrong_is_named_with_file_and_line_and_exit_code_2(string claim, string named)
    {
        CommandLine answer = await CommandLine.Run("check", _market.Write("claims.yaml", Head + claim));

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(named, answer.Errors, StringComparison.Ordinal);
        Assert.Empty(answer.Output);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        CommandLine answer = await CommandLine.Run("check", "nowhere.yaml", "--json");

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("nowhere.yaml", answer.Errors, StringComparison.Ordinal);
        Assert.Equal(
            2,
            JsonDocument.Parse(answer.Output).RootElement.GetProperty("error").GetProperty("exitCode").GetInt32()
        );
    }

    private static string Checkout()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at!.FullName, "Breakwater.slnx")))
        {
            at = at.Parent;
        }

        return at.FullName;
    }

    public void Dispose() => _market.Dispose();
}
