namespace Breakwater.Architecture.Tests;

/// <summary>The source tree that the tests were built from.</summary>
internal static class Checkout
{
    private static readonly string[] Generated =
    [
        ".git",
        "artifacts",
        "bin",
        "obj",
        "node_modules",
        "runs",
        "BenchmarkDotNet.Artifacts",
    ];

    public static string Root { get; } = FindRoot();

    public static IEnumerable<ProjectFile> SourceProjects =>
        Files("src", "*.csproj").Select(ProjectFile.Load).OrderBy(project => project.Name);

    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory
            .EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(path => !RelativePath(path).Split('/').Any(Generated.Contains));

    public static string RelativePath(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Breakwater.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Breakwater.slnx.");
    }
}
