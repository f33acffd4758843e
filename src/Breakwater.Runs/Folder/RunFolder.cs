using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Breakwater.Runs;

/// <summary>What a run leaves behind: manifest.json, summary.json and tables. Written beside its place and then moved there.</summary>
public static class RunFolder
{
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
            string probe = PartialOf(nearest);
            Directory.CreateDirectory(probe);
            Directory.Delete(probe);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{folder}: cannot be written: {failure.Message}", failure);
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

    /// <param name="tables">Writes what else belongs into the folder that it is given.</param>
    public static void Write(string folder, RunManifest manifest, RunSummary summary, Action<string> tables)
    {
        string partial = PartialOf(folder);
        try
        {
            Directory.CreateDirectory(partial);
            WriteJson(Path.Combine(partial, ManifestName), manifest);
            WriteJson(Path.Combine(partial, SummaryName), summary);
            tables(partial);
            Directory.Move(partial, folder);
        }
        catch
        {
            Directory.Delete(partial, recursive: true);
            throw;
        }
    }

    public static void WriteJson<T>(string path, T document) =>
        File.WriteAllText(path, JsonSerializer.Serialize(document, Json) + "\n");

    /// <exception cref="InputException">It is not a run folder, or a newer engine wrote it.</exception>
    public static RunSummary ReadSummary(string folder)
    {
        string path = Path.Combine(folder, SummaryName);
        try
        {
            RunSummary? summary = JsonSerializer.Deserialize<RunSummary>(File.ReadAllText(path), Json);
            return summary is { Schema: RunSummary.CurrentSchema }
                ? summary
                : throw new InputException($"{path}: schema {summary?.Schema} is not {RunSummary.CurrentSchema}");
        }
        catch (Exception failure) when (failure is IOException or JsonException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be read as a run's summary: {failure.Message}", failure);
        }
    }

    // The path itself or the first folder above it that is yet to be made: a probe there leaves nothing behind.
    private static string NearestToExist(string folder)
    {
        string path = Path.GetFullPath(folder);
        for (string? above = Path.GetDirectoryName(path); above is not null && !Directory.Exists(above); )
        {
            path = above;
            above = Path.GetDirectoryName(path);
        }

        return path;
    }

    private static string PartialOf(string folder) =>
        FormattableString.Invariant($"{Path.TrimEndingDirectorySeparator(folder)}.partial-{Environment.ProcessId}");
}
