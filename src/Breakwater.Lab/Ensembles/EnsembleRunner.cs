using System.Runtime.ExceptionServices;
using Breakwater.Domain;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>Runs worlds once for each seed, side by side. What comes out depends on neither order nor number of threads.</summary>
public static class EnsembleRunner
{
    /// <param name="world">With any seed; each member takes its own.</param>
    /// <param name="threads">Positive.</param>
    /// <param name="measure">Reads a finished world; called on several threads, once for each seed.</param>
    /// <returns>What was measured, in the order of the seeds.</returns>
    /// <exception cref="CrowdException">A crowd's parameters contradict each other; of the lowest seed that met it.</exception>
    public static IReadOnlyList<T> Run<T>(
        WorldParameters world,
        IReadOnlyList<Seed> seeds,
        int threads,
        Func<WorldParameters, World, T> measure,
        IEnsembleProgress progress,
        CancellationToken cancel
    ) => Run([.. seeds.Select(seed => new EnsembleMember(world, seed))], threads, measure, progress, cancel);

    /// <summary>The same where not all run in one world; those that do should stand side by side.</summary>
    public static IReadOnlyList<T> Run<T>(
        IReadOnlyList<EnsembleMember> members,
        int threads,
        Func<WorldParameters, World, T> measure,
        IEnsembleProgress progress,
        CancellationToken cancel
    )
    {
        var queue = new SeedQueue(members.Count, progress);
        var measured = new T[members.Count];
        var failures = new ExceptionDispatchInfo?[members.Count];
        int workers = Math.Min(threads, members.Count);
        int threadsEach = Math.Max(1, threads / Math.Max(1, workers));
        var crowds = new SharedCrowds(members, threads, workers);
        Task[] running =
        [
            .. Enumerable
                .Range(0, workers)
                .Select(_ =>
                    Task.Factory.StartNew(
                        Work,
                        CancellationToken.None,
                        TaskCreationOptions.LongRunning,
                        TaskScheduler.Default
                    )
                ),
        ];
        Task.WhenAll(running).GetAwaiter().GetResult();

        // Members are begun in order, so that the first that fails is found on any number of threads.
        failures.FirstOrDefault(failure => failure is not null)?.Throw();
        return measured;

        void Work()
        {
            var worker = new EnsembleWorker(crowds, threadsEach);
            while (queue.TryTake(out int member))
            {
                try
                {
                    measured[member] = worker.Run(members[member], measure, queue.ProgressOf(member), cancel);
                    queue.Finish(member);
                }
                catch (Exception failure)
                {
                    failures[member] = ExceptionDispatchInfo.Capture(failure);
                    queue.Close();
                }
            }
        }
    }
}
