using Breakwater.Lab;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Breakwater.Server;

/// <summary>Files of claims, each claim with its verdict.</summary>
internal static class ClaimEndpoints
{
    private const string Extension = ".yaml";

    public static void Map(IEndpointRouteBuilder api)
    {
        RouteGroupBuilder claims = api.MapGroup("/claims").WithTags("claims");
        claims.MapGet("", (ServerOptions options) => Files(options).Keys).WithSummary("Files of claims");
        claims.MapGet("/{name}", Check).WithSummary("Every claim with its verdict");
    }

    private static FactCheck Check(string name, ServerOptions options) =>
        Files(options).TryGetValue(name, out string? path)
            ? FactCheck.Run(path, options.Content)
            : throw RequestException.NotFound("there is no file of claims of that name");

    // By name; the folder that comes first wins.
    private static SortedDictionary<string, string> Files(ServerOptions options)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (
            string path in options
                .Claims.Where(Directory.Exists)
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*" + Extension))
        )
        {
            files.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        }

        return files;
    }
}
