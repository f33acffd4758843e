namespace Breakwater.Lab;

/// <summary>Files of others' data, which are no part of the project.</summary>
internal static class SharedData
{
    /// <param name="name">Within the folder named by BREAKWATER_DATA, else ../shared/data beside the checkout.</param>
    /// <returns>Null where it is not there.</returns>
    public static string? Find(string name)
    {
        string? folder = Environment.GetEnvironmentVariable("BREAKWATER_DATA") ?? BesideCheckout();
        string path = Path.Combine(folder ?? "", name);
        return folder is not null && File.Exists(path) ? path : null;
    }

    private static string? BesideCheckout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Breakwater.slnx")))
        {
            folder = folder.Parent;
        }

        return folder is null ? null : Path.Combine(folder.FullName, "..", "shared", "data");
    }
}
