namespace Breakwater.Server;

/// <summary>Where this machine keeps things is nobody's business.</summary>
internal static class PlaceNames
{
    private static readonly string[] s_places =
    [
        .. new[] { Environment.CurrentDirectory, AppContext.BaseDirectory, Path.GetTempPath() }
            .Select(Path.TrimEndingDirectorySeparator)
            .Where(place => place.Length > 1)
            .OrderByDescending(place => place.Length),
    ];

    /// <summary>A message whose paths are relative.</summary>
    public static string Without(string message)
    {
        foreach (string place in s_places)
        {
            message = message
                .Replace(place + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)
                .Replace(place, ".", StringComparison.Ordinal);
        }

        return message;
    }
}
