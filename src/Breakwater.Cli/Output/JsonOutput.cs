using System.Text.Json;
using System.Text.Json.Serialization;
using Breakwater.Runs;
using Spectre.Console;

namespace Breakwater.Cli;

/// <summary>A command's answer for programs: one JSON document on standard output.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions s_json = new(RunFolder.Json)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new FiniteNumberConverter() },
    };

    /// <summary>Writes for programs, or else for people.</summary>
    public static void WriteOr<T>(bool json, T document, Action<IAnsiConsole, T> view)
    {
        if (json)
        {
            Write(document);
        }
        else
        {
            view(Terminal.Create(), document);
        }
    }

    public static void Write<T>(T document) => Console.Out.WriteLine(JsonSerializer.Serialize(document, s_json));
}
