using Breakwater.Domain;

namespace Breakwater.Runs;

internal sealed record WindowDocument
{
    public required Timestamp Start { get; init; }

    public required Timestamp End { get; init; }
}
