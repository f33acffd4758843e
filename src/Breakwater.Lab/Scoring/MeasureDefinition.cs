using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>How a measure is computed.</summary>
/// <param name="Compute">Not a number where the run has nothing to divide by.</param>
/// <param name="Undefined">What it means then.</param>
internal sealed record MeasureDefinition(
    MeasureNeeds Needs,
    Func<RecordedMarket, Observable, double> Compute,
    string Undefined
);
