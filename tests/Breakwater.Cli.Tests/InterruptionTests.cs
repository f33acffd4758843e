using System.Diagnostics;
using System.Text.Json;

namespace Breakwater.Cli.Tests;

/// <summary>What a shell's interrupt leaves behind.</summary>
public sealed class InterruptionTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    private readonly string _parent = Directory.CreateTempSubdirectory("breakwater-").FullName;

    [Theory]
    [InlineData("run", "oct-10-2025-tape", "--seeds", "1..999")]
    [InlineData("compare", "oct-10-2025-tape", "fund-doubled", "--seeds", "1..999")]
    public async Task An_interrupted_ensemble_is_listed_as_incomplete(params string[] command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no interrupt to send");
        string folder = Path.Combine(_parent, "cut");
        using Process process = Start([.. command, "--out", folder]);
        await Until(() => File.Exists(Path.Combine(folder, "manifest.json")));
        using (Process interrupt = Process.Start("kill", ["-INT", $"{process.Id}"]))
        {
            await interrupt.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        string errors = await ErrorsUntilExit(process);
        Assert.Equal(130, process.ExitCode);
        Assert.Contains("interrupted at", errors, StringComparison.Ordinal);
        Assert.Contains("delete it and give the command again", errors, StringComparison.Ordinal);

        CommandLine list = await CommandLine.Run("list", "--runs", "--in", _parent, "--json");
        using JsonDocument runs = JsonDocument.Parse(list.Output);
        JsonElement run = Assert.Single(runs.RootElement.EnumerateArray());
        Assert.Equal("incomplete", run.GetProperty("state").GetString());
        Assert.Matches("^[0-9]+ of [0-9]+ (seeds|sides)$", run.GetProperty("reached").GetString());
        CommandLine table = await CommandLine.Run("list", "--runs", "--in", _parent);
        Assert.Contains("incomplete: reached ", table.Output, StringComparison.Ordinal);
        Assert.Contains(
            "manifest.json says what was to be run, results are not there",
            table.Output,
            StringComparison.Ordinal
        );
    }

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    private static Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "breakwater.dll"));
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    // Where a shell ignores interrupts its children do too, and the ensemble would go on for hours.
    private static async Task<string> ErrorsUntilExit(Process process)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(s_patience);
        try
        {
            string errors = await process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return errors;
        }
        catch (OperationCanceledException silence)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            throw new TimeoutException(
                FormattableString.Invariant($"{s_patience} after its interrupt it still ran"),
                silence
            );
        }
    }

    private static async Task Until(Func<bool> happened)
    {
        var since = Stopwatch.StartNew();
        while (!happened())
        {
            Assert.True(since.Elapsed < s_patience, "nothing was written");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
