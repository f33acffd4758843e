using System.Text.RegularExpressions;

namespace Breakwater.Cli.Tests;

/// <summary>The shipped market with three thousand accounts a venue, in a file of its own.</summary>
internal sealed partial class ThinScenario : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("breakwater-").FullName;

    public ThinScenario()
    {
        string shipped = System.IO.File.ReadAllText(
            Path.Combine(AppContext.BaseDirectory, "scenarios/oct-10-2025.yaml")
        );
        Directory.CreateDirectory(Path.Combine(_folder, "scenarios"));
        File = Path.Combine(_folder, "scenarios/thin.yaml");
        System.IO.File.WriteAllText(File, Counts().Replace(shipped, "${key}: { value: 3000,"));
    }

    public string File { get; }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [GeneratedRegex("(?<key>accounts|population): \\{ value: [0-9_]+,", RegexOptions.None, 60_000)]
    private static partial Regex Counts();
}
