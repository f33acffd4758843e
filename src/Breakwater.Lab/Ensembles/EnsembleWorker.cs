using Breakwater.Domain;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>One thread's share of an ensemble: it runs one seed after the other.</summary>
internal sealed class EnsembleWorker(WorldParameters parameters, int threads)
{
    public T Run<T>(Seed seed, Func<WorldParameters, World, T> measure, IRunProgress progress, CancellationToken cancel)
    {
        // Prices of a tape are given: what varies is the crowd.
        WorldParameters ofSeed = parameters with
        {
            Seed = seed,
        };
        return measure(ofSeed, Runner.Run(ofSeed, threads, progress, cancel));
    }
}
