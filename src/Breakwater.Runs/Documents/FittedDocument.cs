using System.ComponentModel;

namespace Breakwater.Runs;

internal sealed record FittedDocument
{
    [Description("Lowest value tried, as the value itself is written.")]
    public required string Low { get; init; }

    [Description("Highest value tried.")]
    public required string High { get; init; }

    [Description("How values between them are spread; logarithmic where the range spans a factor.")]
    public required FittedScale Scale { get; init; }

    [Description("Whether it belongs to this event's shock or to behaviour that other events share.")]
    public required FittedPart Part { get; init; }
}
