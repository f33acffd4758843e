using Breakwater.Lab;

namespace Breakwater.Server;

/// <summary>What a run that goes on has recorded of a coin.</summary>
/// <param name="From">Where the run begins, in seconds since 1970, UTC; null where none goes on.</param>
/// <param name="To">Where it will end.</param>
/// <param name="Series">By venue.</param>
public sealed record RecordedSoFar(double? From, double? To, IReadOnlyList<SampledSeries> Series);
