using System.CommandLine;
using Breakwater.Data;

namespace Breakwater.Cli;

/// <summary>`--store`, shared by every command that reads or writes market data.</summary>
internal static class StoreOption
{
    public static Option<string> Create() =>
        new("--store")
        {
            Description = "The folder of the store, or a PostgreSQL address (Host=...;Username=...;Database=...).",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("BREAKWATER_STORE") ?? "store",
        };

    public static StorePlace PlaceOf(ParseResult parsed, Option<string> store) => new(parsed.GetRequiredValue(store));
}
