using System.Text.Json;
using System.Text.Json.Serialization;
using Breakwater.Runs;

namespace Breakwater.Cli;

/// <summary>A command's answer for programs: one JSON document on standard output.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions s_json = new(RunFolder.Json)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static void Write<T>(T document) => Console.Out.WriteLine(JsonSerializer.Serialize(document, s_json));
}
