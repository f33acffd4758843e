using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>A parameter as it was fitted.</summary>
/// <param name="Value">As the scenario would write it.</param>
/// <param name="Section">Objective along this parameter alone, the others as fitted.</param>
/// <param name="Envelope">Lowest objective of all evaluations with this parameter in a tenth of its range; tenths that none fell into are left out.</param>
public sealed record CalibratedParameter(
    FittedParameter Parameter,
    string Value,
    IReadOnlyList<ProfilePoint> Section,
    IReadOnlyList<ProfilePoint> Envelope
);
