using Breakwater.Runs;

namespace Breakwater.Lab.Tests;

/// <summary>Compares the small scenario of the reader's tests in folders of its own, which are deleted in the end.</summary>
internal sealed class CompareOnDisk : IEnsembleProgress, IDisposable
{
    private readonly CancellationTokenSource _cancel = new();

    public string Parent { get; } = Directory.CreateTempSubdirectory("breakwater-").FullName;

    /// <summary>Cancels when so many runs are done.</summary>
    public int CancelAfter { get; init; } = int.MaxValue;

    public string PathOf(string name) => Path.Combine(Parent, name);

    public CompareReport Execute(string name, string? seeds, int threads, params IReadOnlyList<string> sides)
    {
        var request = new CompareRequest(
            EnsembleOnDisk.Content,
            sides,
            seeds is null ? null : SeedList.Parse(seeds),
            [],
            PathOf(name),
            threads
        );
        return CompareRun.Execute(request, this, _cancel.Token);
    }

    public void Reached(int finished, int seeds, double share)
    {
        if (finished >= CancelAfter)
        {
            _cancel.Cancel();
        }
    }

    public void Dispose()
    {
        _cancel.Dispose();
        Directory.Delete(Parent, recursive: true);
    }
}
