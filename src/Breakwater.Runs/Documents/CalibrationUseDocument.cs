using System.ComponentModel;

namespace Breakwater.Runs;

internal sealed record CalibrationUseDocument
{
    [Description("A file in calibrations/; its values take the place of those that stand here.")]
    public required string File { get; init; }

    [Description("All of it, or behaviour alone, where the shock is this event's own.")]
    public required CalibrationExtent Take { get; init; }
}
