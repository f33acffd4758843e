using Breakwater.Domain;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>One thread's share of an ensemble: it runs one seed after the other.</summary>
/// <param name="crowd">Of all workers.</param>
/// <param name="threads">For itself.</param>
internal sealed class EnsembleWorker(WorldParameters parameters, SharedCrowd crowd, int threads)
{
    private World? _opened;

    public T Run<T>(Seed seed, Func<WorldParameters, World, T> measure, IRunProgress progress, CancellationToken cancel)
    {
        WorldParameters ofSeed = parameters.WithSeed(seed);
        if (parameters.Market is null)
        {
            // Prices of a tape are given: what varies is the crowd, and each seed has its own.
            return measure(ofSeed, Runner.Run(ofSeed, threads, progress, cancel));
        }

        // A market's crowd is drawn once; its paths differ.
        _opened ??= crowd.Open(progress, cancel);
        _opened.Reset(seed);
        Runner.Follow(ofSeed, _opened, progress, cancel);
        return measure(ofSeed, _opened);
    }
}
