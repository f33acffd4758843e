using Breakwater.Lab;
using Breakwater.Runs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Breakwater.Server;

/// <summary>Runs set against each other, seed by seed: the numbers of <c>breakwater compare</c>.</summary>
internal static class ComparisonEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/comparisons", Order)
            .RequireRateLimiting(RateLimits.Runs)
            .Produces<JobProgress>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .WithTags("comparisons")
            .WithSummary("Orders a comparison; it is watched, cancelled and read as a run");
        api.MapGet("/runs/{id}/differences", Differences)
            .WithTags("comparisons")
            .WithSummary("What each further side of a comparison differs by from the first");
        api.MapGet("/policies", (ServerOptions options) => options.Content.Policies())
            .WithTags("comparisons")
            .WithSummary("Named changes that can be laid over a scenario");
    }

    private static Accepted<JobProgress> Order(ComparisonOrder order, ComparisonCheck check, RunQueue queue)
    {
        JobProgress job = queue.Add(check.PlanOf(order)).Progress;
        return TypedResults.Accepted($"{LabServer.Api}/runs/{job.Id}", job);
    }

    private static CompareReport Differences(string id, RunCatalogue catalogue)
    {
        string folder = catalogue.FinishedFolderOf(id);
        return CompareReport.IsIn(folder)
            ? WithoutPlaces(CompareReport.Read(folder))
            : throw RequestException.NotFound("the run is no comparison");
    }

    /// <summary>Folders by their names: where this machine keeps them is nobody's business.</summary>
    internal static CompareReport WithoutPlaces(CompareReport report) =>
        report with
        {
            Folder = NameOf(report.Folder),
            Sides = [.. report.Sides.Select(side => side with { Folder = NameOf(side.Folder) })],
        };

    private static string NameOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
}
