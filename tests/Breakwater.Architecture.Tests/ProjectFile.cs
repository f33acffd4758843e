using System.Xml.Linq;

namespace Breakwater.Architecture.Tests;

/// <summary>What one project file asks for. Names come without the leading "Breakwater.".</summary>
internal sealed record ProjectFile(
    string Name,
    string Folder,
    IReadOnlyList<string> Projects,
    IReadOnlyList<string> Packages,
    IReadOnlyList<string> Imports
)
{
    public static ProjectFile Load(string path)
    {
        var xml = XDocument.Load(path);
        return new ProjectFile(
            RoomOf(path),
            Path.GetDirectoryName(path)!,
            [.. Attributes(xml, "ProjectReference", "Include").Select(RoomOf)],
            Attributes(xml, "PackageReference", "Include"),
            [.. Attributes(xml, "Import", "Project").Select(import => Path.GetFileName(import))]
        );
    }

    private static string RoomOf(string path) =>
        Path.GetFileNameWithoutExtension(path).Replace("Breakwater.", "", StringComparison.Ordinal);

    private static List<string> Attributes(XDocument xml, string element, string attribute) =>
        [.. xml.Descendants(element).Select(found => found.Attribute(attribute)?.Value ?? "")];
}
