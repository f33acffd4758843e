using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>A venue's mark and index.</summary>
/// <param name="IndexIsMedian">The index is a weighted median of its sources; else a weighted mean.</param>
/// <param name="SourceBound">No source counts as farther than this from the median of all, as a share of it; zero for none.</param>
/// <param name="BasisIsExponential">The basis is an exponential average; else each sample counts alike.</param>
/// <param name="SmoothingSeconds">Window of the smoothed basis.</param>
/// <param name="SampleSeconds">Between samples of the basis.</param>
/// <param name="BasisBound">Largest distance of the mark from the index, as a share of it; zero for none.</param>
public sealed record MarkRules(
    MarkForm Form,
    bool IndexIsMedian,
    Rational SourceBound,
    bool BasisIsExponential,
    Rational SmoothingSeconds,
    Rational SampleSeconds,
    Rational BasisBound
);
