using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>How a venue of the market makes its marks.</summary>
/// <param name="Smoothing">Window of the average distance from the index; zero for none.</param>
/// <param name="BasisBound">Largest distance of the mark from the index, as a share; zero for none.</param>
public sealed record MarkMethod(MarkForm Form, Duration Smoothing, double BasisBound);
