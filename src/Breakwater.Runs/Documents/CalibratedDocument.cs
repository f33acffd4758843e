using System.ComponentModel;

namespace Breakwater.Runs;

internal sealed record CalibratedDocument
{
    [Description("As the scenario would write it.")]
    public required string Value { get; init; }

    public required string Low { get; init; }

    public required string High { get; init; }

    public required FittedScale Scale { get; init; }

    public required FittedPart Part { get; init; }

    [Description("Objective along this value alone, the others as fitted.")]
    public required IReadOnlyList<ProfilePointDocument> Section { get; init; }

    [Description(
        "Best objective of all evaluations with this value in a tenth of its range, whatever the others were."
    )]
    public required IReadOnlyList<ProfilePointDocument> Envelope { get; init; }
}
