using System.Reflection;

namespace Breakwater.Runs;

/// <summary>Which engine ran: its version and the commit that it was built from.</summary>
/// <param name="Commit">"unknown" where it was built outside a clone; ends in ".modified" where files differed from it.</param>
public sealed record Engine(string Version, string Commit)
{
    public static Engine Current { get; } = FromVersion(InformationalVersion());

    public static Engine FromVersion(string informationalVersion)
    {
        string[] parts = informationalVersion.Split('+', 2);
        return new Engine(parts[0], parts.Length == 2 ? parts[1] : "unknown");
    }

    public override string ToString() => $"{Version} ({Commit})";

    private static string InformationalVersion() =>
        typeof(Engine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? "unknown";
}
