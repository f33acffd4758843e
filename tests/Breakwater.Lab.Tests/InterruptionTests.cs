using Breakwater.Domain;
using Breakwater.Runs;

namespace Breakwater.Lab.Tests;

/// <summary>What an interrupted run leaves behind.</summary>
public sealed class InterruptionTests : IDisposable
{
    private readonly EnsembleOnDisk _disk = new() { CancelAfter = 2 };

    [Fact]
    public void An_interrupted_run_leaves_a_folder_that_says_how_far_it_came()
    {
        using var run = new CancelledRun(DateTimeOffset.Parse("2025-01-01T12:01:30Z", null));
        string folder = Path.Combine(_disk.Parent, "run");
        var request = new RunRequest(EnsembleOnDisk.Content, "small", new Seed(1), null, folder, 1);
        var interrupted = Assert.Throws<RunInterruptedException>(() => ScenarioRun.Execute(request, run, run.Token));
        Assert.Equal(
            $"interrupted at 2025-01-01T12:01:30Z; {folder} is marked incomplete: it holds manifest.json (what was to be run), and no results. It cannot be continued: delete it and give the command again",
            interrupted.Message
        );
        AssertIncomplete(folder, "2025-01-01T12:01:30Z", seeds: "1");
    }

    [Fact]
    public void An_interrupted_ensemble_leaves_a_folder_that_counts_its_seeds()
    {
        Assert.Throws<RunInterruptedException>(() => _disk.Execute("1..9", threads: 1));
        AssertIncomplete(Path.Combine(_disk.Parent, "ensemble"), "2 of 9 seeds", seeds: "1..9");
    }

    [Fact]
    public void A_folder_that_is_still_open_is_incomplete_and_gone_when_the_run_fails()
    {
        RunManifest manifest = new()
        {
            Engine = Engine.Current,
            Scenario = "small",
            Seed = 1,
            Prices = "tape",
            Files = [],
            Values = [],
        };
        string folder = Path.Combine(_disk.Parent, "above", "run");
        using (new OpenRunFolder(folder, manifest))
        {
            Assert.Equal(RunState.Incomplete, RunFolder.ReadManifest(folder).State);
        }

        Assert.Empty(Directory.GetFileSystemEntries(_disk.Parent));
    }

    [Fact]
    public void Complete_and_unreadable_folders_are_listed_as_such()
    {
        string folder = Path.Combine(_disk.Parent, "b-spoiled");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "manifest.json"), "{");
        Directory.CreateDirectory(Path.Combine(_disk.Parent, "c-no-run"));
        _disk.Execute("1", threads: 1, "a-complete");
        IReadOnlyList<RunEntry> runs = RunFolder.In(_disk.Parent);
        Assert.Equal([RunState.Complete, null], runs.Select(run => run.State));
        Assert.Contains("cannot be read as a run's manifest", runs[1].Scenario, StringComparison.Ordinal);
    }

    public void Dispose() => _disk.Dispose();

    private void AssertIncomplete(string folder, string reached, string seeds)
    {
        RunEntry entry = Assert.Single(RunFolder.In(_disk.Parent));
        Assert.Equal((RunState.Incomplete, reached, seeds), (entry.State, entry.Reached, entry.Seeds));
        Assert.Equal(["manifest.json"], Directory.GetFiles(folder).Select(path => Path.GetFileName(path)));
        InputException refused = Assert.Throws<InputException>(() => RunFolder.ReadSummary(folder));
        Assert.Equal($"{folder}: the run did not come to its end, it reached {reached}; run it again", refused.Message);
    }

    private sealed class CancelledRun(DateTimeOffset when) : IRunProgress, IDisposable
    {
        private readonly CancellationTokenSource _cancel = new();

        public CancellationToken Token => _cancel.Token;

        public void Began(string stage) { }

        public void Reached(Timestamp time, double share)
        {
            if (time.ToDateTimeOffset() >= when)
            {
                _cancel.Cancel();
            }
        }

        public void Dispose() => _cancel.Dispose();
    }
}
