using System.Runtime.ExceptionServices;
using Breakwater.Domain;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>Runs one world once for each seed, side by side. What comes out depends on neither order nor number of threads.</summary>
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
    )
    {
        var queue = new SeedQueue(seeds.Count, progress);
        var measured = new T[seeds.Count];
        var failures = new ExceptionDispatchInfo?[seeds.Count];
        int workers = Math.Min(threads, seeds.Count);
        int threadsEach = Math.Max(1, threads / Math.Max(1, workers));
        var crowd = new SharedCrowd(world, threads, workers);
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

        // Seeds are begun in order, so that the lowest that fails is found on any number of threads.
        failures.FirstOrDefault(failure => failure is not null)?.Throw();
        return measured;

        void Work()
        {
            var worker = new EnsembleWorker(world, crowd, threadsEach);
            while (queue.TryTake(out int member))
            {
                try
                {
                    measured[member] = worker.Run(seeds[member], measure, queue.ProgressOf(member), cancel);
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
