using System.Text.Json;
using Breakwater.Runs;

namespace Breakwater.Cli;

/// <summary>A command's answer for programs: one JSON document on standard output.</summary>
internal static class JsonOutput
{
    public static void Write<T>(T document) =>
        Console.Out.WriteLine(JsonSerializer.Serialize(document, RunFolder.Json));
}
