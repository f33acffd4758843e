using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Breakwater.Runs;

/// <summary>What a run leaves behind: manifest.json, summary.json and tables.</summary>
public static class RunFolder
{
    /// <summary>Where runs go when nobody says where.</summary>
    public const string DefaultParent = "runs";

    public const string ManifestName = "manifest.json";
    public const string SummaryName = "summary.json";

    /// <summary>How every JSON of a run is written.</summary>
    public static JsonSerializerOptions Json { get; } =
        new(JsonSerializerDefaults.Web)
        {
            WriteIndented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            DefaultIgnoreCondition = JsonIgnoreCondition.Never,
            Converters = { new TimestampJson() },
        };

    /// <summary>Throws if a run could not be written to a folder.</summary>
    /// <exception cref="InputException">Something is there already, or the folder cannot be written.</exception>
    public static void RequireFree(string folder)
    {
        if (string.IsNullOrWhiteSpace(folder))
        {
            throw new InputException("--out: name a folder");
        }

        if (Directory.Exists(folder) || File.Exists(folder))
        {
            throw new InputException($"{folder}: exists already; name a folder that does not");
        }

        string nearest = NearestToExist(folder);
        if (File.Exists(nearest))
        {
            throw new InputException($"{folder}: cannot be written: {nearest} is a file");
        }

        try
        {
            string probe = FormattableString.Invariant($"{nearest}.partial-{Environment.ProcessId}");
            Directory.CreateDirectory(probe);
            Directory.Delete(probe);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The system's own words name the probe, which nobody asked for.
            string parent = Path.GetDirectoryName(nearest) ?? nearest;
            string reason =
                failure is UnauthorizedAccessException ? "no permission to write in" : "no folder can be made in";
            throw new InputException($"{folder}: cannot be written: {reason} {parent}", failure);
        }
    }

    /// <summary>A folder below another that does not exist yet: the name, or the name with a number.</summary>
    public static string FirstFree(string parent, string name)
    {
        string folder = Path.Combine(parent, name);
        for (int number = 2; Directory.Exists(folder) || File.Exists(folder); number++)
        {
            folder = Path.Combine(parent, FormattableString.Invariant($"{name}-{number}"));
        }

        return folder;
    }

    public static void WriteJson<T>(string path, T document) =>
        File.WriteAllText(path, JsonSerializer.Serialize(document, Json) + "\n");

    /// <exception cref="InputException">It is no run folder, a newer engine wrote it, or the run did not come to its end.</exception>
    public static RunSummary ReadSummary(string folder)
    {
        RequireComplete(folder);
        string path = Path.Combine(folder, SummaryName);
        RunSummary summary = ReadJson<RunSummary>(path, "a run's summary");
        return summary.Schema == RunSummary.CurrentSchema
            ? summary
            : throw new InputException($"{path}: schema {summary.Schema} is not {RunSummary.CurrentSchema}");
    }

    /// <exception cref="InputException">It is no run folder, or the run did not come to its end.</exception>
    public static RunManifest RequireComplete(string folder)
    {
        RunManifest manifest = ReadManifest(folder);
        return manifest.State == RunState.Complete
            ? manifest
            : throw new InputException(
                $"{folder}: the run did not come to its end, it reached {manifest.Reached ?? "no known time"}; run it again"
            );
    }

    /// <exception cref="InputException">It is no run folder.</exception>
    public static RunManifest ReadManifest(string folder) =>
        ReadJson<RunManifest>(Path.Combine(folder, ManifestName), "a run's manifest");

    /// <summary>The run folders right below another, in order of name.</summary>
    public static IReadOnlyList<RunEntry> In(string parent) => [.. FoldersIn(parent).Select(EntryOf)];

    /// <summary>Where they are; none where the other is not there.</summary>
    public static IEnumerable<string> FoldersIn(string parent) =>
        Directory.Exists(parent)
            ? Directory
                .EnumerateDirectories(parent)
                .Where(folder => File.Exists(Path.Combine(folder, ManifestName)))
                .Order(StringComparer.Ordinal)
            : [];

    /// <param name="kind">Follows "cannot be read as".</param>
    /// <exception cref="InputException">The file cannot be read, or as something else.</exception>
    public static T ReadJson<T>(string path, string kind)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(path), Json)
                ?? throw new InputException($"{path}: cannot be read as {kind}: it is empty");
        }
        catch (Exception failure) when (failure is IOException or JsonException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be read as {kind}: {failure.Message}", failure);
        }
    }

    /// <summary>A run folder as it stands in a list; of one that cannot be read, it says why.</summary>
    public static RunEntry EntryOf(string folder)
    {
        DateTime written = File.GetLastWriteTimeUtc(Path.Combine(folder, ManifestName));
        try
        {
            RunManifest manifest = ReadManifest(folder);
            string? seeds = manifest.Seeds ?? manifest.Seed?.ToString(CultureInfo.InvariantCulture);
            string engine = manifest.Engine.ToString();
            return new RunEntry(folder, manifest.State, manifest.Reached, manifest.Scenario, seeds, engine, written);
        }
        catch (InputException problem)
        {
            return new RunEntry(folder, State: null, null, problem.Message, null, null, written);
        }
    }

    // The path itself or the first folder above it that is yet to be made: a probe there leaves nothing behind.
    internal static string NearestToExist(string folder)
    {
        string path = Path.GetFullPath(folder);
        for (string? above = Path.GetDirectoryName(path); above is not null && !Directory.Exists(above); )
        {
            path = above;
            above = Path.GetDirectoryName(path);
        }

        return path;
    }
}
