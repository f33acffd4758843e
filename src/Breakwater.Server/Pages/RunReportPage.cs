using System.Text;
using Breakwater.Runs;

namespace Breakwater.Server;

/// <summary>A run folder as one page that can be sent: it holds its own data, and asks no network for anything.</summary>
public static class RunReportPage
{
    public const string Name = "report.html";

    /// <summary>As the page itself states it, for a server that hands it out.</summary>
    internal const string Policy =
        "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:";

    private const string Template = "report/report.html";
    private const string Place = "\"breakwater-data\"";

    /// <summary>Writes it into the folder, whole or not at all.</summary>
    /// <returns>Where it is.</returns>
    /// <exception cref="InputException">It is no run folder, or the run did not come to its end.</exception>
    public static string Write(string folder)
    {
        string path = Path.Combine(folder, Name);
        byte[] page = Of(folder);
        File.WriteAllBytes(path + ".partial", page);
        File.Move(path + ".partial", path, overwrite: true);
        return path;
    }

    private static byte[] Of(string folder)
    {
        WebPage template = WebPages.Find(Template) ?? throw new InvalidOperationException("built without its pages");
        string page = Encoding.UTF8.GetString(template.Bytes);
        int place = page.IndexOf(Place, StringComparison.Ordinal);
        string data = Encoding.UTF8.GetString(ReportDocument.Of(folder));
        return Encoding.UTF8.GetBytes(
            string.Concat(page.AsSpan(0, place), Escaped(data), page.AsSpan(place + Place.Length))
        );
    }

    // In JSON these stand in texts alone, where an escape means the same: no text can end the element that holds it.
    private static string Escaped(string json) =>
        json.Replace("<", "\\u003c", StringComparison.Ordinal)
            .Replace(">", "\\u003e", StringComparison.Ordinal)
            .Replace("&", "\\u0026", StringComparison.Ordinal);
}
