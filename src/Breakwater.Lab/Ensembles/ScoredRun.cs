using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>One seed of an ensemble.</summary>
/// <param name="Measured">By observable of the scenario.</param>
/// <param name="Path">Null where prices are given.</param>
internal sealed record ScoredRun(
    RunSummary Summary,
    IReadOnlyList<Measured> Measured,
    IReadOnlyList<DeleveragedAccount> Deleveraged,
    PathSample? Path
);
