using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Breakwater.Server;

/// <summary>The files of the pages, by their address.</summary>
internal static class WebPages
{
    private const string Prefix = "web/";

    private static readonly FrozenDictionary<string, string> s_types = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".woff2"] = "font/woff2",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, WebPage> s_pages = typeof(WebPages)
        .Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Prefix.Length..], Read, StringComparer.Ordinal);

    /// <param name="path">Such as "app/index.html".</param>
    /// <returns>Null where there is none.</returns>
    public static WebPage? Find(string path) => s_pages.GetValueOrDefault(path);

    private static WebPage Read(string resource)
    {
        using Stream stream = typeof(WebPages).Assembly.GetManifestResourceStream(resource)!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        string type = s_types.GetValueOrDefault(Path.GetExtension(resource), "application/octet-stream");
        return new WebPage(bytes, type, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"");
    }
}
