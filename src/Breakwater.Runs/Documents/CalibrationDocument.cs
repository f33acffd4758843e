using System.ComponentModel;

namespace Breakwater.Runs;

/// <summary>What a calibration found.</summary>
internal sealed record CalibrationDocument
{
    [Description("The scenario that was fitted.")]
    public required string Scenario { get; init; }

    [Description("Day of the fit.")]
    public required DateOnly Date { get; init; }

    public required string Engine { get; init; }

    public required string Method { get; init; }

    [Description("Of the search.")]
    public required int Seed { get; init; }

    [Description("Path seeds of every evaluation.")]
    public required string PathSeeds { get; init; }

    [Description("Seeds of crowds, which path seeds met in turn; 1 where left out.")]
    public string? Crowds { get; init; }

    [Description("Accounts of the scenario over those that were simulated.")]
    public required int Thinning { get; init; }

    public required int Evaluations { get; init; }

    [Description("At the values; 0 is all fitting rows inside with every seed.")]
    public required RealNumber Objective { get; init; }

    [Description("At the values that the scenario itself states.")]
    public required RealNumber ObjectiveBefore { get; init; }

    [Description("By path in the scenario.")]
    public required OrderedDictionary<string, CalibratedDocument> Values { get; init; }

    [Description("The fitting rows at the values.")]
    public required OrderedDictionary<string, CalibratedRowDocument> Rows { get; init; }
}
