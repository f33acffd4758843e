using System.CommandLine;
using System.Text.Json;

namespace Breakwater.Cli;

/// <summary>`--json`, shared by every command that prints a result.</summary>
internal static class JsonOption
{
    private static readonly JsonSerializerOptions _layout = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Option<bool> Instance { get; } = new("--json") { Description = "Print the result as JSON." };

    public static void Print<T>(T value) => Console.Out.WriteLine(JsonSerializer.Serialize(value, _layout));
}
