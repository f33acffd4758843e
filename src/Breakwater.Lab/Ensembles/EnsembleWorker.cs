using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>One thread's share of an ensemble: it runs one member after the other.</summary>
/// <param name="crowds">Of all workers.</param>
/// <param name="threads">For itself.</param>
internal sealed class EnsembleWorker(SharedCrowds crowds, int threads)
{
    private WorldParameters? _drawn;
    private World? _opened;

    public T Run<T>(
        EnsembleMember member,
        Func<WorldParameters, World, T> measure,
        IRunProgress progress,
        CancellationToken cancel
    )
    {
        WorldParameters ofSeed = member.World.WithSeed(member.Seed);
        if (member.World.Market is null)
        {
            // Prices of a tape are given: what varies is the crowd, and each seed has its own.
            return measure(ofSeed, Runner.Run(ofSeed, threads, progress, cancel));
        }

        // A market's crowd is drawn once; its paths differ.
        World world = Opened(member.World, progress, cancel);
        world.Reset(member.Seed);
        Runner.Follow(ofSeed, world, progress, cancel);
        return measure(ofSeed, world);
    }

    private World Opened(WorldParameters parameters, IRunProgress progress, CancellationToken cancel)
    {
        if (_opened is null || !ReferenceEquals(_drawn, parameters))
        {
            // The one before is let go first: two at a time would take twice the memory.
            _opened = null;
            _opened = crowds.Open(parameters, progress, cancel);
            _drawn = parameters;
        }

        return _opened;
    }
}
