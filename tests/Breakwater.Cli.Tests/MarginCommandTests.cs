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
        Assert.Matches(@"position +long BTCUSDT", answer.Output);
        Assert.Matches(@"quantity +1 BTC", answer.Output);
        Assert.Matches(@"margin mode +isolated", answer.Output);
        Assert.Matches(@"notional +60,000 +USDT", answer.Output);
        Assert.Matches(@"liquidation price +57,228\.92 +USDT", answer.Output);
        Assert.Matches(@"margin ratio +8 +% +maintenance margin over equity; rises", answer.Output);
        Assert.Matches(@"deleveraging score +0 +profit over wallet", answer.Output);
        Assert.DoesNotContain("warning", answer.Output, StringComparison.Ordinal);
        Assert.Matches(
            @"rules: [a-z-]+ at worst \(\d+ published, [a-z0-9, -]+\), sources of \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d",
            answer.Output
        );
    }

    [Theory]
    [InlineData(
        "okx-swap",
        "3",
        @"quantity +3 contracts of 0\.01 BTC: 0\.03 BTC",
        @"notional +1,800 +USDT",
        "equity over"
    )]
    [InlineData(
        "binance-coinm",
        "1",
        @"quantity +1 contract of 100 USD: 100 USD",
        @"notional +0\.00166667 +BTC",
        "maintenance margin over"
    )]
    public async Task A_table_says_in_what_it_counts(
        string venue,
        string quantity,
        string counted,
        string notional,
        string ratio
    )
    {
        var answer = await CommandLine.Run([
            "margin",
            "--venue",
            venue,
            "--side",
            "long",
            "--quantity",
            quantity,
            "--entry",
            "60000",
            "--leverage",
            "20",
        ]);

        Assert.Matches(counted, answer.Output);
        Assert.Matches(notional, answer.Output);
        Assert.Matches($"margin ratio .*{ratio}", answer.Output);
    }

    [Fact]
    public async Task A_table_warns_of_what_the_venue_would_not_let_stand()
    {
        var answer = await CommandLine.Run([.. s_position[..^1], "500"]);

        Assert.Contains(
            "warning: leverage 500x is above the venue's maximum of 150x",
            answer.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("warning: liquidatable at once", answer.Output, StringComparison.Ordinal);
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
    [InlineData("{\"id\":1}\n{\"id\":\n", "2 questions, 2 answered with an error", 0)]
    [InlineData("\n", "no questions", 0)]
    [InlineData("\u001f\u0000\n\n\n", "error: the file of questions is no text", 2)]
    [InlineData("{\"venue\":\"vega\",\"kind\":\"socialise\",\"gains\":[80,8000],\"collected\":5080}", "", 0)]
    public async Task A_file_is_summed_up_beside_its_answers(string questions, string summary, int exitCode)
    {
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, questions, TestContext.Current.CancellationToken);
            var answer = await CommandLine.Run("margin", file);

            Assert.Equal(exitCode, answer.ExitCode);
            Assert.StartsWith(summary, answer.Errors, StringComparison.Ordinal);
            Assert.Equal(summary.Length == 0, answer.Errors.Length == 0);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("--entry", "60,000", "--entry: \"60,000\" must be a number")]
    [InlineData("--quantity", "0", "--quantity: \"0\" must not be zero")]
    [InlineData("--symbol", "FOO", "--symbol: \"FOO\" is not listed by Binance USD-M, known: BTCUSDT")]
    [InlineData("--symbol", "BTCUSD", "did you mean \"BTCUSDT\"?")]
    [InlineData("--venue", "okx", "did you mean \"okx-multi-currency\" or \"okx-swap\"?")]
    [InlineData("--venue", "binance-spot", "did you mean \"spot\"?")]
    [InlineData("--isolated-margin", "5", "--isolated-margin: does not go with --balance", "--balance", "100")]
    public async Task A_wrong_option_is_named(string option, string value, string problem, params string[] others)
    {
        int at = Array.IndexOf(s_position, option);
        string[] rest = at < 0 ? s_position : [.. s_position[..at], .. s_position[(at + 2)..]];
        var answer = await CommandLine.Run([.. rest, option, value, .. others]);

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(problem, answer.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("account.", answer.Errors, StringComparison.Ordinal);
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
