using System.ComponentModel;
using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Runs;

internal sealed record MarkRulesDocument
{
    [Description("How the mark is made.")]
    public required Stated<MarkForm> Form { get; init; }

    [Description("The index is a weighted median of its sources; false: a weighted mean.")]
    public required Stated<bool> IndexIsMedian { get; init; }

    [Description(
        "Largest distance of a source of the index from the median of all, beyond which it counts as at the bound; left out: none."
    )]
    public Stated<Factor>? SourceBound { get; init; }

    [Description("The average of the basis is exponential; false or left out: each sample counts alike.")]
    public Stated<bool>? BasisIsExponential { get; init; }

    [Description("Window of the average of the basis.")]
    public Stated<Duration>? Smoothing { get; init; }

    [Description("Between samples of the basis.")]
    public Stated<Duration>? Sampling { get; init; }

    [Description("Largest distance of the mark from the index.")]
    public Stated<Factor>? BasisBound { get; init; }
}
