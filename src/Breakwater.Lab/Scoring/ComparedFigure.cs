using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>A figure of a run beside what was observed.</summary>
/// <param name="Modelled">In the unit of what was observed, a time of day in minutes since midnight; null where the two cannot be compared.</param>
/// <param name="NotComparable">Why not; null where they can.</param>
public sealed record ComparedFigure(ObservedValue Observed, decimal? Modelled, string? NotComparable);
