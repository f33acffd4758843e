using System.Collections.Concurrent;

namespace Breakwater.Lab.Map;

/// <summary>Carries out independent jobs, given by number, on several threads.</summary>
/// <remarks>A thread takes one job at a time, the lowest that is left: jobs are long, and unlike each other.</remarks>
internal static class SideBySide
{
    /// <param name="threads">Positive.</param>
    public static Action<int, Action<int>> On(int threads, CancellationToken cancel)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel };
        return (jobs, job) => Parallel.ForEach(OneByOne(jobs), options, job);
    }

    // Ranges, which Parallel.For hands out in growing chunks, leave the last thread alone with several.
    private static OrderablePartitioner<int> OneByOne(int jobs) =>
        Partitioner.Create(Enumerable.Range(0, jobs), EnumerablePartitionerOptions.NoBuffering);
}
