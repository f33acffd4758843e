using Breakwater.Domain;
using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>What to fit, and how hard to look.</summary>
/// <param name="Seed">Of the search.</param>
/// <param name="Budget">Evaluations of the search at most; looks along the axes come on top.</param>
/// <param name="PathSeeds">Met by every evaluation, so that two differ by their values alone.</param>
/// <param name="Crowds">Seeds of crowds, which path seeds meet in turn, no more than those; null for the scenario's own.</param>
/// <param name="Thinning">One account stands for so many of the scenario's; 1 for all of them.</param>
/// <param name="File">Where the values go.</param>
/// <param name="Date">Of the fit.</param>
/// <param name="Threads">Positive; the result does not depend on it.</param>
public sealed record CalibrationRequest(
    ContentFolders Content,
    string Scenario,
    Seed Seed,
    int Budget,
    SeedList PathSeeds,
    SeedList? Crowds,
    int Thinning,
    string File,
    DateOnly Date,
    int Threads
);
