namespace Breakwater.Runs;

internal sealed record CalibratedRowDocument
{
    public RealNumber? Low { get; init; }

    public RealNumber? Median { get; init; }

    public RealNumber? High { get; init; }

    [System.ComponentModel.Description("False where it is not shown, too.")]
    public required bool Inside { get; init; }
}
