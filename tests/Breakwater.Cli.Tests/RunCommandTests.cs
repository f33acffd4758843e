using System.Text.Json;

namespace Breakwater.Cli.Tests;

public sealed class RunCommandTests : IDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("breakwater-").FullName;

    [Fact]
    public async Task A_run_shows_its_tables_and_leaves_its_folder()
    {
        string folder = Path.Combine(_parent, "run");
        CommandLine answer = await CommandLine.Run("run", "oct-10-2025-tape", "--out", folder);
        Assert.Equal(0, answer.ExitCode);
        Assert.Contains("tape: prices are given", answer.Output, StringComparison.Ordinal);
        Assert.Contains("NOT COMPARABLE", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', answer.Output);
        Assert.True(File.Exists(Path.Combine(folder, "summary.json")));
        Assert.Equal([folder], Directory.GetFileSystemEntries(_parent));
    }

    [Fact]
    public async Task Json_is_one_document_that_equals_the_folder_s()
    {
        string folder = Path.Combine(_parent, "run");
        CommandLine answer = await CommandLine.Run("run", "oct-10-2025-tape", "--json", "--seed", "3", "--out", folder);
        using JsonDocument printed = JsonDocument.Parse(answer.Output);
        using JsonDocument written = JsonDocument.Parse(await Read(Path.Combine(folder, "summary.json")));
        Assert.True(JsonElement.DeepEquals(printed.RootElement.GetProperty("summary"), written.RootElement));
        Assert.Equal(3UL, written.RootElement.GetProperty("seed").GetUInt64());
    }

    [Theory]
    [InlineData("run oct-10-2052", "there is no scenario \"oct-10-2052\", did you mean \"oct-10-2025\"?")]
    [InlineData("run oct-10-2025 --threads 0", "--threads: 0 must be at least 1")]
    [InlineData("run oct-10-2025 --accounts nowhere.csv", "nowhere.csv: no such file")]
    [InlineData("run oct-10-2025 --seed -1", "'-1'")]
    [InlineData("run oct-10-2025 --prices book", "'book'")]
    [InlineData("show oct", "there is no scenario \"oct\"")]
    public async Task What_a_user_typed_wrong_is_answered_in_one_line_with_exit_code_2(string command, string message)
    {
        CommandLine answer = await CommandLine.Run([.. command.Split(' '), .. OutOf(command)]);
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(message, answer.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_parent));
    }

    [Fact]
    public async Task A_folder_that_exists_is_left_as_it_is()
    {
        CommandLine answer = await CommandLine.Run("run", "oct-10-2025-tape", "--out", _parent);
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("exists already", answer.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_parent));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_named()
    {
        string file = Path.Combine(_parent, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        CommandLine answer = await CommandLine.Run("run", "oct-10-2025-tape", "--out", Path.Combine(file, "below"));
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("cannot be written", answer.Errors, StringComparison.Ordinal);
        Assert.Equal([file], Directory.GetFileSystemEntries(_parent));
    }

    [Fact]
    public async Task A_folder_where_nothing_can_be_made_is_told_without_a_probe_s_name()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "there is no /proc");
        CommandLine answer = await CommandLine.Run("run", "oct-10-2025-tape", "--out", "/proc/x");
        Assert.Equal(2, answer.ExitCode);
        Assert.Matches(
            "^error: /proc/x: cannot be written: (no folder can be made|no permission to write) in /proc\n$",
            answer.Errors
        );
    }

    [Fact]
    public async Task Amounts_that_cannot_be_counted_together_are_wrong_input()
    {
        string file = Path.Combine(_parent, "accounts.csv");
        string header = "venue,account,mode,instrument,side,quantity,entry_price,margin,wallet,leverage\n";
        IEnumerable<string> rows = Enumerable
            .Range(0, 12)
            .Select(i => $"binance-usdm,rich{i},cross,BTCUSDT,long,1,116830.3,,999999999999,2x\n");
        await File.WriteAllTextAsync(file, header + string.Concat(rows), TestContext.Current.CancellationToken);
        string folder = Path.Combine(_parent, "run");
        CommandLine answer = await CommandLine.Run("run", "oct-10-2025-tape", "--accounts", file, "--out", folder);
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("binance-usdm: its accounts together are too large", answer.Errors, StringComparison.Ordinal);
        Assert.Equal([file], Directory.GetFileSystemEntries(_parent));
    }

    [Fact]
    public async Task An_error_is_json_for_those_who_read_json()
    {
        CommandLine answer = await CommandLine.Run("show", "nothing", "--json");
        using JsonDocument printed = JsonDocument.Parse(answer.Output);
        Assert.Equal(2, printed.RootElement.GetProperty("error").GetProperty("exitCode").GetInt32());
    }

    [Fact]
    public async Task List_and_show_name_scenarios_and_the_source_of_each_value()
    {
        CommandLine list = await CommandLine.Run("list");
        Assert.Contains("oct-10-2025", list.Output, StringComparison.Ordinal);
        CommandLine show = await CommandLine.Run("show", "oct-10-2025-tape");
        Assert.Equal(0, show.ExitCode);
        Assert.Contains("assumed", show.Output, StringComparison.Ordinal);
        Assert.Contains("venues/hyperliquid.yaml", show.Output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    private string[] OutOf(string command) =>
        command.StartsWith("run", StringComparison.Ordinal) ? ["--out", Path.Combine(_parent, "deep", "run")] : [];

    private static Task<string> Read(string path) => File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
}
