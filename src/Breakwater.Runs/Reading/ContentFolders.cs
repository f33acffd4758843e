namespace Breakwater.Runs;

/// <summary>Folders that hold scenarios/, policies/, venues/ and data/; what an earlier one has hides the same file of a later one.</summary>
/// <param name="roots">Searched in this order.</param>
public sealed class ContentFolders(params IReadOnlyList<string> roots)
{
    private const string Extension = ".yaml";

    /// <summary>The working directory, then what is shipped beside the program.</summary>
    public static ContentFolders Default => new(Environment.CurrentDirectory, AppContext.BaseDirectory);

    /// <summary>All scenarios, in order of name.</summary>
    public IReadOnlyList<ScenarioEntry> Scenarios() =>
        [.. NamesIn("scenarios").Select(name => new ScenarioEntry(name, TitleOf(name)))];

    /// <summary>All policies, in order of name; of one that cannot be read, the title says why.</summary>
    public IReadOnlyList<Policy> Policies() => [.. NamesIn(PolicyReader.Folder).Select(PolicyOf)];

    /// <summary>Whether a scenario can be run by a name: a path is none.</summary>
    public bool HasScenario(string name) => NamesIn("scenarios").Contains(name, StringComparer.Ordinal);

    /// <summary>The folders to search for a scenario that is given as a path: its own surroundings come first.</summary>
    internal ContentFolders Around(string scenarioPath)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(scenarioPath))!;
        bool standsAmongScenarios = Path.GetFileName(folder) == "scenarios";
        return new([standsAmongScenarios ? Path.GetDirectoryName(folder)! : folder, .. roots]);
    }

    /// <param name="file">Relative, with forward slashes, such as "venues/hyperliquid.yaml"; or rooted.</param>
    /// <returns>Null where no folder has it.</returns>
    internal string? Find(string file) => roots.Select(root => Path.Combine(root, file)).FirstOrDefault(File.Exists);

    /// <summary>Names of the YAML files in one of the folders, without extension, in order.</summary>
    internal IReadOnlyList<string> NamesIn(string folder) =>
        [
            .. roots
                .Select(root => Path.Combine(root, folder))
                .Where(Directory.Exists)
                .SelectMany(found => Directory.EnumerateFiles(found, "*" + Extension))
                .Select(path => Path.GetFileNameWithoutExtension(path))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    private Policy PolicyOf(string name)
    {
        try
        {
            return PolicyReader.Read(new SourceFiles(this), name);
        }
        catch (InputException error)
        {
            return new Policy(name, error.Message, "", "", []);
        }
    }

    private string TitleOf(string name)
    {
        try
        {
            return ScenarioReader.TitleOf(this, name);
        }
        catch (InputException error)
        {
            return error.Message;
        }
    }
}
