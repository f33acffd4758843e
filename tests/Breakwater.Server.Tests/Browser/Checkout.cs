namespace Breakwater.Server.Tests;

/// <summary>The source tree that these tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Breakwater.slnx")))
        {
            folder =
                folder.Parent ?? throw new DirectoryNotFoundException("the checkout that these tests were built from");
        }

        return folder.FullName;
    }
}
