namespace Breakwater.Runs.Tests;

/// <summary>A copy of the small scenario and its files, to be spoiled and read.</summary>
internal sealed class InputFolder : IDisposable
{
    private static readonly string s_original = Path.Combine(AppContext.BaseDirectory, "Inputs");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("breakwater-");

    public InputFolder()
    {
        foreach (string file in Directory.EnumerateFiles(s_original, "*", SearchOption.AllDirectories))
        {
            string copy = PathOf(Path.GetRelativePath(s_original, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public ContentFolders Content => new(_folder.FullName);

    public string PathOf(string file) => Path.Combine(_folder.FullName, file);

    public Scenario Read() => ScenarioReader.Read(Content, "small");

    public Scenario ReadWithAccounts() => Read().WithAccounts(PathOf("accounts.csv"));

    /// <summary>Replaces the one place in a file that holds a text.</summary>
    public void Replace(string file, string from, string to)
    {
        string text = File.ReadAllText(PathOf(file));
        Assert.Equal(2, text.Split(from).Length);
        File.WriteAllText(PathOf(file), text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>The message with which a reading is refused, as a user sees it from this folder.</summary>
    public string Refusal(Action read) =>
        Assert
            .Throws<InputException>(read)
            .Message.Replace(_folder.FullName + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);

    public void Dispose() => _folder.Delete(recursive: true);
}
