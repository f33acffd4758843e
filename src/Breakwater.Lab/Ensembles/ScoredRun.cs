using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>One seed of an ensemble.</summary>
/// <param name="Measured">By observable of the scenario.</param>
internal sealed record ScoredRun(
    RunSummary Summary,
    IReadOnlyList<Measured> Measured,
    IReadOnlyList<DeleveragedAccount> Deleveraged
);
