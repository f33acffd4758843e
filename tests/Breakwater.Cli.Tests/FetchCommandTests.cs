using System.Text.Json;
using Breakwater.Testing;

namespace Breakwater.Cli.Tests;

public sealed class FetchCommandTests : IDisposable
{
    private const string Remote = "data/futures/um/daily/metrics/BTCUSDT/BTCUSDT-metrics-2025-10-10.zip";

    private readonly MarketFolder _market = new();
    private readonly LocalArchive _archive = new();

    [Fact]
    public async Task A_day_is_fetched_named_and_not_fetched_again()
    {
        _archive.Add(Remote, [1, 2, 3, 4]);

        CommandLine first = await Fetch("--kind", "metrics", "--json");
        CommandLine again = await Fetch("--kind", "metrics");

        Assert.Equal((0, 0), (first.ExitCode, again.ExitCode));
        string file = Assert.Single(JsonDocument.Parse(first.Output).RootElement.EnumerateArray()).GetString()!;
        Assert.Equal([1, 2, 3, 4], await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal(file, again.Output.Trim());
        Assert.Single(_archive.Requests);
    }

    [Fact]
    public async Task A_file_that_is_not_what_its_checksum_says_is_refused()
    {
        _archive.Add(Remote, [1, 2, 3, 4], isHonest: false);

        CommandLine answer = await Fetch("--kind", "metrics");

        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("BTCUSDT-metrics-2025-10-10.zip", answer.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_market.PathOf("downloads"), "*.zip", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("--kind guesses", "--kind 'guesses', expected one of")]
    [InlineData("--market casino", "--market 'casino', expected one of")]
    [InlineData("--until 2025-10-01", "--until 2025-10-01 is before --day 2025-10-10")]
    public async Task What_a_user_typed_wrong_is_answered_in_one_line_with_exit_code_2(string options, string message)
    {
        CommandLine answer = await Fetch(options.Split(' '));

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(message, answer.Errors, StringComparison.Ordinal);
        Assert.Single(answer.Errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task An_archive_is_named_by_its_address()
    {
        CommandLine answer = await CommandLine.Run(
            "fetch binance --symbol BTCUSDT --day 2025-10-10 --from nowhere".Split(' ')
        );

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("--from: 'nowhere' is no address", answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_the_archive_does_not_have_is_named()
    {
        CommandLine answer = await Fetch("--kind", "metrics", "--json");

        Assert.NotEqual(0, answer.ExitCode);
        Assert.Contains("BTCUSDT-metrics-2025-10-10.zip", answer.Errors, StringComparison.Ordinal);
        Assert.True(JsonDocument.Parse(answer.Output).RootElement.TryGetProperty("error", out _));
    }

    private Task<CommandLine> Fetch(params string[] options) =>
        CommandLine.Run([
            .. "fetch binance --symbol BTCUSDT --day 2025-10-10".Split(' '),
            "--from",
            _archive.Address.ToString(),
            "--to",
            _market.PathOf("downloads"),
            .. options,
        ]);

    public void Dispose()
    {
        _archive.Dispose();
        _market.Dispose();
    }
}
