namespace Breakwater.Lab;

/// <summary>A point that a search tried.</summary>
/// <param name="Point">Each from 0 to 1.</param>
/// <param name="Value">Lower is better.</param>
internal sealed record Evaluation(IReadOnlyList<double> Point, double Value);
