using Breakwater.Lab;
using Breakwater.Runs;

namespace Breakwater.Server;

/// <summary>A run in a list: a folder, an order that is not yet one, or both.</summary>
/// <param name="Kind">run, ensemble or comparison; null while nothing can be read.</param>
/// <param name="Job">Null where this process did not carry it out.</param>
public sealed record RunDescription(
    string Id,
    string State,
    string? Kind,
    string Scenario,
    string? Seeds,
    string? Engine,
    DateTime? Written,
    string? Reached,
    JobProgress? Job
)
{
    public const string OneRun = "run";
    public const string Ensemble = "ensemble";
    public const string Comparison = "comparison";

    public static RunDescription Of(RunEntry entry, JobProgress? job)
    {
        string id = Path.GetFileName(entry.Folder);
        return new RunDescription(
            id,
            entry.State is { } state ? (state == RunState.Complete ? "complete" : "incomplete") : "unreadable",
            entry.State == RunState.Complete ? KindOf(entry.Folder) : null,
            entry.State is null ? "" : entry.Scenario,
            entry.Seeds,
            entry.Engine,
            entry.Written,
            entry.Reached,
            job
        );
    }

    private static string KindOf(string folder) =>
        File.Exists(Path.Combine(folder, RunFolder.SummaryName)) ? OneRun
        : CompareReport.IsIn(folder) ? Comparison
        : Ensemble;

    public static RunDescription Of(JobProgress job) =>
        new(
            job.Id,
            job.State.ToString().ToLowerInvariant(),
            null,
            job.Scenario,
            job.Seeds,
            null,
            null,
            job.Reached,
            job
        );
}
