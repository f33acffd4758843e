using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>A finished calibration, as it stands in its file.</summary>
/// <param name="ObjectiveBefore">At the values that the scenario states.</param>
/// <param name="Rows">The fitting rows at the fitted values.</param>
public sealed record CalibrationReport(
    string File,
    string Scenario,
    DateOnly Date,
    Engine Engine,
    ulong Seed,
    string PathSeeds,
    string Crowds,
    int Thinning,
    int Evaluations,
    double Objective,
    double ObjectiveBefore,
    IReadOnlyList<CalibratedParameter> Parameters,
    IReadOnlyList<ScoreboardRow> Rows
)
{
    public const string Method = "Latin hypercube, then covariance matrix adaptation: docs/models/calibration.md";
}
