namespace Breakwater.Runs;

internal sealed record ProfilePointDocument
{
    public required string Value { get; init; }

    public required RealNumber Objective { get; init; }
}
