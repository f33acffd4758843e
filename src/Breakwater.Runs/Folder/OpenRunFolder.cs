namespace Breakwater.Runs;

/// <summary>A run's folder while the run goes on: its manifest says that it is incomplete until it is closed as complete.</summary>
/// <remarks>Disposed without either, it disappears. A process that is killed leaves it behind as incomplete.</remarks>
public sealed class OpenRunFolder : IDisposable
{
    private readonly string _name;
    private readonly string _folder;
    private readonly string _firstMade;
    private readonly RunManifest _manifest;
    private bool _kept;

    /// <param name="manifest">Of the run to come.</param>
    /// <exception cref="InputException">Something is there already, or the folder cannot be written.</exception>
    public OpenRunFolder(string folder, RunManifest manifest)
    {
        RunFolder.RequireFree(folder);
        _name = folder;
        _folder = Path.GetFullPath(folder);
        _firstMade = RunFolder.NearestToExist(folder);
        _manifest = manifest;
        Directory.CreateDirectory(folder);
        WriteManifest(manifest with { State = RunState.Incomplete });
    }

    /// <param name="write">Writes what belongs into the folder that it is given.</param>
    public void Complete(Action<string> write)
    {
        write(_folder);
        WriteManifest(_manifest);
        _kept = true;
    }

    /// <summary>Keeps the folder as incomplete.</summary>
    /// <param name="reached">How far the run came.</param>
    /// <returns>What to throw on.</returns>
    public RunInterruptedException Interrupt(string reached)
    {
        WriteManifest(_manifest with { State = RunState.Incomplete, Reached = reached });
        _kept = true;
        return new RunInterruptedException(
            $"interrupted at {reached}; {_name} is marked incomplete: it holds {Held()}, and no results. It cannot be continued: delete it and give the command again"
        );
    }

    // Of a comparison, the sides that were done are whole runs.
    private string Held()
    {
        string[] sides =
        [
            .. Directory
                .EnumerateDirectories(_folder)
                .Select(path => Path.GetFileName(path))
                .Order(StringComparer.Ordinal),
        ];
        return RunFolder.ManifestName
            + " (what was to be run)"
            + (sides.Length == 0 ? "" : $", {string.Join(", ", sides)} (folders of their own)");
    }

    public void Dispose()
    {
        if (_kept)
        {
            return;
        }

        Directory.Delete(_folder, recursive: true);
        for (string made = _folder; made != _firstMade; )
        {
            made = Path.GetDirectoryName(made)!;
            if (Directory.EnumerateFileSystemEntries(made).Any())
            {
                break;
            }

            Directory.Delete(made);
        }
    }

    // Moved into place, so that a reader never meets half of it.
    private void WriteManifest(RunManifest manifest)
    {
        string path = Path.Combine(_folder, RunFolder.ManifestName);
        RunFolder.WriteJson(path + ".partial", manifest);
        File.Move(path + ".partial", path, overwrite: true);
    }
}
