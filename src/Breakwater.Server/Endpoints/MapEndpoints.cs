using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Breakwater.Server;

/// <summary>Where a scenario's market holds and where it jumps.</summary>
internal static class MapEndpoints
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/map/{scenario}", Draw)
            .WithTags("map")
            .WithSummary("Fuses, R and cliffs by coin, infection between venues, and answers to shocks up to 20 %");

    private static ScenarioMap Draw(string scenario, MapShelf shelf, ServerOptions options) =>
        options.Content.HasScenario(scenario)
            ? shelf.Of(scenario)
            : throw RequestException.NotFound("there is no scenario of that name");
}
