using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Breakwater.Lab;
using Breakwater.Runs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;

namespace Breakwater.Server;

/// <summary>Runs: ordered, listed, watched, cancelled.</summary>
internal static class RunEndpoints
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);

    public static void Map(IEndpointRouteBuilder api)
    {
        RouteGroupBuilder runs = api.MapGroup("/runs").WithTags("runs");
        runs.MapGet("", List).WithSummary("Run folders and open orders, latest first");
        runs.MapPost("", Order)
            .RequireRateLimiting(RateLimits.Runs)
            .Produces<JobProgress>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .WithSummary("Orders a run, or an ensemble of seeds");
        runs.MapGet("/{id}", Describe).WithSummary("One run");
        runs.MapGet("/{id}/progress", Watch).WithSummary("How far it is, as server-sent events, until it is over");
        runs.MapPost("/{id}/cancel", Cancel).WithSummary("Cancels an open order");
    }

    private static RunDescription[] List(RunCatalogue catalogue, RunQueue queue, string? search)
    {
        IReadOnlyList<JobProgress> jobs = queue.Jobs;
        var known = jobs.ToDictionary(job => job.Id, StringComparer.Ordinal);
        RunDescription[] folders =
        [
            .. catalogue
                .All()
                .Select(entry => RunDescription.Of(entry, known.GetValueOrDefault(Path.GetFileName(entry.Folder)))),
        ];
        var onDisk = folders.Select(run => run.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. jobs.Where(job => !onDisk.Contains(job.Id))
                .Select(RunDescription.Of)
                .Reverse()
                .Concat(folders.OrderByDescending(run => run.Written))
                .Where(run => Matches(run, search)),
        ];
    }

    private static bool Matches(RunDescription run, string? search) =>
        string.IsNullOrEmpty(search)
        || run.Id.Contains(search, StringComparison.OrdinalIgnoreCase)
        || run.Scenario.Contains(search, StringComparison.OrdinalIgnoreCase)
        || run.State.Contains(search, StringComparison.OrdinalIgnoreCase);

    private static Accepted<JobProgress> Order(RunOrder order, OrderCheck check, RunQueue queue)
    {
        JobProgress job = queue.Add(check.PlanOf(order)).Progress;
        return TypedResults.Accepted($"{LabServer.Api}/runs/{job.Id}", job);
    }

    private static RunDescription Describe(string id, RunCatalogue catalogue, RunQueue queue)
    {
        JobProgress? job = queue.Find(id)?.Progress;
        RunEntry? entry = catalogue.Find(id);
        return entry is not null ? RunDescription.Of(entry, job)
            : job is not null ? RunDescription.Of(job)
            : throw RequestException.NotFound("there is no run of that name");
    }

    private static ServerSentEventsResult<JobProgress> Watch(string id, RunQueue queue, CancellationToken cancel)
    {
        RunJob job = queue.Find(id) ?? throw RequestException.NotFound("no run of that name was ordered here");
        return TypedResults.ServerSentEvents(Follow(job, cancel));
    }

    // Only the latest state is ever held: a slow reader misses steps, and nothing piles up.
    private static async IAsyncEnumerable<SseItem<JobProgress>> Follow(
        RunJob job,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        JobProgress? told = null;
        do
        {
            JobProgress now = job.Progress;
            if (now != told)
            {
                yield return new SseItem<JobProgress>(now, "progress");
            }

            told = now;
            if (!now.IsOver)
            {
                await Task.Delay(s_pause, cancel);
            }
        } while (!told.IsOver);
    }

    private static Accepted<JobProgress> Cancel(string id, RunQueue queue)
    {
        RunJob job = queue.Find(id) ?? throw RequestException.NotFound("no run of that name was ordered here");
        job.Cancel();
        return TypedResults.Accepted((string?)null, job.Progress);
    }
}
