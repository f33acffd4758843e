using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation;

/// <summary>How a venue of the market makes its marks.</summary>
/// <param name="Window">Of the average distance from the index; zero for none.</param>
/// <param name="Sampling">From one sample of that distance to the next; positive where there is a window.</param>
/// <param name="IsExponential">Older samples fade with the window as time constant; else all samples of the window count alike.</param>
/// <param name="BasisBound">Largest distance of the mark from the index, as a share; zero for none.</param>
public sealed record MarkMethod(
    MarkForm Form,
    Duration Window,
    Duration Sampling,
    bool IsExponential,
    double BasisBound
);
