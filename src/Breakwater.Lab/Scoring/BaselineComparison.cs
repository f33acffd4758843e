namespace Breakwater.Lab;

/// <summary>The model against a baseline, over the observables that both show.</summary>
/// <param name="Better">Of the compared ones, those in which the model has the lower score.</param>
/// <param name="Model">Mean score of the model, each over half of the width of its widened interval; null where nothing is compared.</param>
/// <param name="Baseline">The same of the baseline.</param>
public sealed record BaselineComparison(
    string Name,
    int Compared,
    int Better,
    int Equal,
    double? Model,
    double? Baseline
);
