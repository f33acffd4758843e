namespace Breakwater.Lab.Map;

/// <summary>Carries out independent jobs, given by number, on several threads.</summary>
internal static class SideBySide
{
    /// <param name="threads">Positive.</param>
    public static Action<int, Action<int>> On(int threads, CancellationToken cancel)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel };
        return (jobs, job) => Parallel.For(0, jobs, options, job);
    }
}
