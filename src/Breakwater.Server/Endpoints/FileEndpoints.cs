using System.Collections.Frozen;
using Breakwater.Lab;
using Breakwater.Runs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Breakwater.Server;

/// <summary>The files of a run folder as they are.</summary>
internal static class FileEndpoints
{
    // What a run leaves behind; nothing else in its folder is handed out.
    private static readonly FrozenDictionary<string, string> s_types = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        [RunFolder.ManifestName] = "application/json",
        [RunFolder.SummaryName] = "application/json",
        [ScenarioRun.ComparisonName] = "application/json",
        [EnsembleRun.SummaryName] = "application/json",
        [EnsembleRun.ScoreboardName] = "application/json",
        [SeedTable.Name] = "text/csv",
        [PairTable.Name] = "text/csv",
        [DeleveragingTable.Name] = "text/csv",
        [RunTables.FlowsName + ".csv"] = "text/csv",
        [RunTables.ForcedAccountsName + ".csv"] = "text/csv",
        [ObservedPrices.TableName + ".csv"] = "text/csv",
        [PriceFan.TableName + ".csv"] = "text/csv",
        [RunTables.AccountsName + ".csv"] = "text/csv",
        [LendingTable.Name + ".csv"] = "text/csv",
        [LendingTable.Name + ".parquet"] = "application/vnd.apache.parquet",
        [RunTables.FlowsName + ".parquet"] = "application/vnd.apache.parquet",
        [RunTables.AccountsName + ".parquet"] = "application/vnd.apache.parquet",
        [RunTables.ForcedAccountsName + ".parquet"] = "application/vnd.apache.parquet",
        [ObservedPrices.TableName + ".parquet"] = "application/vnd.apache.parquet",
        [PriceFan.TableName + ".parquet"] = "application/vnd.apache.parquet",
        [RunTables.SeriesName + ".parquet"] = "application/vnd.apache.parquet",
        [RunReportPage.Name] = "text/html; charset=utf-8",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static void Map(IEndpointRouteBuilder api)
    {
        RouteGroupBuilder files = api.MapGroup("/runs/{id}/files").WithTags("files");
        files.MapGet("", List).WithSummary("Names and sizes");
        files.MapGet("/{name}", Read).WithSummary("One file; a report comes as a download");
    }

    private static RunFile[] List(string id, RunCatalogue catalogue) =>
        [
            .. new DirectoryInfo(catalogue.FolderOf(id))
                .EnumerateFiles()
                .Where(file => s_types.ContainsKey(file.Name))
                .OrderBy(file => file.Name, StringComparer.Ordinal)
                .Select(file => new RunFile(file.Name, file.Length)),
        ];

    private static PhysicalFileHttpResult Read(string id, string name, RunCatalogue catalogue, HttpContext context)
    {
        string path = Path.GetFullPath(Path.Combine(catalogue.FolderOf(id), name));
        if (!s_types.TryGetValue(name, out string? type) || !File.Exists(path))
        {
            throw RequestException.NotFound("the run has no such file");
        }

        if (name == RunReportPage.Name)
        {
            // Whoever opens it in place gets a page without an origin: it reaches nothing of this server.
            context.Response.Headers.ContentSecurityPolicy = "sandbox allow-scripts; " + RunReportPage.Policy;
        }

        bool isJson = type == "application/json";
        return TypedResults.PhysicalFile(
            path,
            type,
            isJson ? null : name,
            new DateTimeOffset(File.GetLastWriteTimeUtc(path))
        );
    }
}
