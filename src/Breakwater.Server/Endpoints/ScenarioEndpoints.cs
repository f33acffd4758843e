using Breakwater.Runs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Breakwater.Server;

/// <summary>What can be run.</summary>
internal static class ScenarioEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        RouteGroupBuilder scenarios = api.MapGroup("/scenarios").WithTags("scenarios");
        scenarios.MapGet("", (ServerOptions options) => options.Content.Scenarios()).WithSummary("Names and titles");
        scenarios.MapGet("/schema", Schema).WithSummary("JSON schema of a scenario's file");
        scenarios.MapGet("/{name}", Describe).WithSummary("Every value with its basis and source");
    }

    private static ContentHttpResult Schema() => TypedResults.Text(Schemas.Scenario, "application/schema+json");

    private static ScenarioDescription Describe(string name, ServerOptions options)
    {
        if (!options.Content.HasScenario(name))
        {
            throw RequestException.NotFound("there is no scenario of that name");
        }

        Scenario read = ScenarioReader.Read(options.Content, name);
        return new ScenarioDescription(
            read.Name,
            read.Title,
            read.File,
            read.World.Start.ToString(),
            read.World.End.ToString(),
            read.StatedValues,
            [.. read.Fitted.Select(fitted => new ValueRange(fitted.Path, $"{fitted.Low}", $"{fitted.High}"))],
            read.Remarks
        );
    }
}
