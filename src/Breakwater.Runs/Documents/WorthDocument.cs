using Breakwater.Domain;

namespace Breakwater.Runs;

internal sealed record WorthDocument
{
    public required Timestamp From { get; init; }

    public required Factor Worth { get; init; }
}
