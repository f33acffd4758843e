using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Breakwater.Runs;

namespace Breakwater.Server;

/// <summary>The run folders of a server, by name. A name never leads out of the folder that holds them.</summary>
internal sealed partial class RunCatalogue(ServerOptions options)
{
    private readonly ConcurrentDictionary<string, RunEntry> _read = new(StringComparer.Ordinal);

    public string Parent => options.Runs;

    public IReadOnlyList<RunEntry> All() => [.. RunFolder.FoldersIn(Parent).Select(EntryOf)];

    /// <returns>Null where there is no run of that name.</returns>
    public RunEntry? Find(string id)
    {
        string folder = Path.Combine(Parent, id);
        return Name.IsMatch(id) && File.Exists(Path.Combine(folder, RunFolder.ManifestName)) ? EntryOf(folder) : null;
    }

    /// <exception cref="RequestException">There is no run of that name.</exception>
    public string FolderOf(string id)
    {
        string folder = Path.Combine(Parent, id);
        return Name.IsMatch(id) && File.Exists(Path.Combine(folder, RunFolder.ManifestName))
            ? folder
            : throw RequestException.NotFound("there is no run of that name");
    }

    /// <exception cref="RequestException">There is no run of that name, or it did not come to its end.</exception>
    public string FinishedFolderOf(string id)
    {
        string folder = FolderOf(id);
        return RunFolder.ReadManifest(folder).State == RunState.Complete
            ? folder
            : throw RequestException.Conflict("the run did not come to its end");
    }

    /// <returns>Null where there is none, or it did not come to its end.</returns>
    public string? TryFindFinished(string id)
    {
        string folder = Path.Combine(Parent, id);
        return
            Name.IsMatch(id)
            && File.Exists(Path.Combine(folder, RunFolder.ManifestName))
            && RunFolder.ReadManifest(folder).State == RunState.Complete
            ? folder
            : null;
    }

    // Read again only after it was written again: a manifest names a thousand values.
    private RunEntry EntryOf(string folder)
    {
        DateTime written = File.GetLastWriteTimeUtc(Path.Combine(folder, RunFolder.ManifestName));
        if (_read.TryGetValue(folder, out RunEntry? known) && known.Written == written)
        {
            return known;
        }

        return _read[folder] = RunFolder.EntryOf(folder);
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._+-]{0,127}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name { get; }
}
