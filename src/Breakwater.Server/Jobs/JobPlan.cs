namespace Breakwater.Server;

/// <summary>An order that has been checked: what it is called, and how it is carried out.</summary>
/// <param name="Name">Of its folder, to which a number is added where it is taken.</param>
/// <param name="Kind">Of <see cref="RunDescription"/>.</param>
/// <param name="Execute">Into a folder that does not exist yet.</param>
internal sealed record JobPlan(
    string Name,
    string Kind,
    string Scenario,
    string Seeds,
    Action<string, RunJob, CancellationToken> Execute
);
