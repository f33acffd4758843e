using Breakwater.Domain;
using Breakwater.Runs;

namespace Breakwater.Lab.Tests;

/// <summary>Runs a shipped scenario into a folder of its own, which is deleted in the end.</summary>
internal sealed class RunOnDisk(string scenario = "oct-10-2025-tape") : IRunProgress, IDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("breakwater-").FullName;

    public string Parent => _parent;

    public RunReport Execute(ulong seed, int threads, string? accounts = null)
    {
        string folder = Path.Combine(_parent, Guid.NewGuid().ToString("N"));
        var content = new ContentFolders(AppContext.BaseDirectory);
        var request = new RunRequest(content, scenario, new Seed(seed), accounts, folder, threads);
        return ScenarioRun.Execute(request, this, TestContext.Current.CancellationToken);
    }

    public string Write(string name, string text)
    {
        string path = Path.Combine(_parent, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Began(string stage) { }

    public void Reached(Timestamp time, double share) { }

    public void Dispose() => Directory.Delete(_parent, recursive: true);
}
