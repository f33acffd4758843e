namespace Breakwater.Cli.Tests;

public sealed class MarginCommandTests
{
    private static readonly string[] s_position =
    [
        "margin",
        "--venue",
        "binance-usdm",
        "--side",
        "long",
        "--quantity",
        "1",
        "--entry",
        "60000",
        "--leverage",
        "20",
    ];

    [Fact]
    public async Task A_person_reads_a_table()
    {
        var answer = await CommandLine.Run(s_position);

        Assert.Equal(0, answer.ExitCode);
        Assert.Matches(@"liquidation price +57228\.91566265", answer.Output);
    }

    [Fact]
    public async Task Explained_it_shows_formula_source_and_basis()
    {
        var answer = await CommandLine.Run([.. s_position, "--explain"]);

        Assert.Contains("notional × rate − deduction", answer.Output, StringComparison.Ordinal);
        Assert.Contains("60000 × 0.004 − 0 = 240", answer.Output, StringComparison.Ordinal);
        Assert.Matches(@"margin\.schedule +marginal +published", answer.Output);
        Assert.Matches(@"instruments\.BTC\.lot +0\.001 BTC +third-party", answer.Output);
    }

    [Fact]
    public async Task A_file_is_answered_line_by_line()
    {
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(
                file,
                """
                {"id":1,"venue":"deribit-linear","kind":"tiers","symbol":"BTC","notional":25}
                {"id":2,
                {"id":3,"venue":"vega","kind":"socialise","gains":[80,8000],"collected":5080}
                """,
                TestContext.Current.CancellationToken
            );
            var answer = await CommandLine.Run("margin", file);
            string[] lines = answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

            Assert.Equal(0, answer.ExitCode);
            Assert.Equal(3, lines.Length);
            Assert.Contains("\"maintenanceRates\":[0.01125]", lines[0], StringComparison.Ordinal);
            Assert.Contains("\"error\":{\"code\":\"invalidJson\"", lines[1], StringComparison.Ordinal);
            Assert.Contains("\"losses\":[30,2970]", lines[2], StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("margin", "no-such-file.jsonl")]
    [InlineData("margin", "--venue", "binance-usdm", "--side", "up", "--quantity", "1", "--entry", "1")]
    [InlineData("margin", "--venue", "binance-usdm", "--side", "long", "--quantity", "1")]
    [InlineData("margin", "--venue", "binance", "--side", "long", "--quantity", "1", "--entry", "1")]
    public async Task What_cannot_be_read_is_answered_with_2(params string[] arguments)
    {
        var answer = await CommandLine.Run(arguments);

        Assert.Equal(2, answer.ExitCode);
        Assert.NotEmpty(answer.Errors);
    }
}
