using Breakwater.Domain;
using Breakwater.Lab;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Breakwater.Server;

/// <summary>What an ordered run has recorded while it goes on.</summary>
internal static class LiveEndpoints
{
    private const int UsualPoints = 600;
    private const double NanosecondsPerSecond = 1e9;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/runs/{id}/series/so-far", SoFar)
            .WithTags("runs")
            .WithSummary(
                "Prices and books of a coin as far as a run has come; nothing before it began and when it is over"
            );

    private static RecordedSoFar SoFar(
        string id,
        RunQueue queue,
        ServerLimits limits,
        string coin,
        string? venue,
        int points = UsualPoints
    )
    {
        Limited.Within("points", points, 1, limits.Points);
        RunJob job = queue.Find(id) ?? throw RequestException.NotFound("no run of that name was ordered here");
        return job.Series is { } series
            ? new RecordedSoFar(
                Seconds(series.Span.Start),
                Seconds(series.Span.End),
                [
                    .. series
                        .Read(coin)
                        .Where(listing => venue is null || listing.Venue == venue)
                        .Select(listing => SampledSeries.Of(listing, 0, long.MaxValue - 1, points)),
                ]
            )
            : new RecordedSoFar(null, null, []);
    }

    private static double Seconds(Timestamp time) => time.UnixNanoseconds / NanosecondsPerSecond;
}
