namespace Breakwater.Server;

/// <summary>How far an ordered run is.</summary>
/// <param name="Id">Of the run; the name of its folder.</param>
/// <param name="Kind">What will come of it, as its description will say.</param>
/// <param name="Stage">What is being done, in words.</param>
/// <param name="Reached">Time of the scenario, or finished seeds.</param>
/// <param name="Share">Of the work, from 0 to 1.</param>
/// <param name="Error">Why it failed; null where it did not.</param>
public sealed record JobProgress(
    string Id,
    string Kind,
    string Scenario,
    string Seeds,
    JobState State,
    string Stage,
    string? Reached,
    double Share,
    string? Error
)
{
    public bool IsOver => State is JobState.Complete or JobState.Cancelled or JobState.Failed;
}
