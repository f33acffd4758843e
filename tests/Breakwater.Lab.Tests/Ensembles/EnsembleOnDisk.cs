using Breakwater.Runs;

namespace Breakwater.Lab.Tests;

/// <summary>Runs the small scenario of the reader's tests into folders of its own, which are deleted in the end.</summary>
internal sealed class EnsembleOnDisk : IEnsembleProgress, IDisposable
{
    private readonly CancellationTokenSource _cancel = new();

    public static ContentFolders Content { get; } = new(Path.Combine(AppContext.BaseDirectory, "Inputs"));

    public string Parent { get; } = Directory.CreateTempSubdirectory("breakwater-").FullName;

    /// <summary>Cancels when so many seeds are done.</summary>
    public int CancelAfter { get; init; } = int.MaxValue;

    public EnsembleReport Execute(string seeds, int threads, string name = "ensemble")
    {
        var request = new EnsembleRequest(Content, "small", SeedList.Parse(seeds), Path.Combine(Parent, name), threads);
        return EnsembleRun.Execute(request, this, _cancel.Token);
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
