namespace Breakwater.Data.Tests;

/// <summary>Real market data files, which are no part of the project: a test that wants one is skipped without it.</summary>
internal static class MarketData
{
    /// <summary>Named by BREAKWATER_DATA, else <c>../shared/data</c> beside the checkout.</summary>
    private static readonly string? _folder = Environment.GetEnvironmentVariable("BREAKWATER_DATA") ?? BesideCheckout();

    public static string File(string name)
    {
        string path = Path.Combine(_folder ?? "", name);
        Assert.SkipUnless(
            System.IO.File.Exists(path) || Directory.Exists(path),
            $"{name} is not here; BREAKWATER_DATA names the folder"
        );
        return path;
    }

    private static string? BesideCheckout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "Breakwater.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.Parent is { } parent ? Path.Combine(parent.FullName, "shared", "data") : null;
    }
}
