using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>The crowd of each world that an ensemble's members run in.</summary>
/// <param name="threads">A crowd is drawn on so many; positive.</param>
/// <param name="workers">How many run members side by side.</param>
internal sealed class SharedCrowds(IReadOnlyList<EnsembleMember> members, int threads, int workers)
{
    private readonly Dictionary<object, SharedCrowd> _byWorld = ByWorld(members, threads, workers, new Lock());

    public World Open(WorldParameters world, IRunProgress progress, CancellationToken cancel) =>
        _byWorld[world].Open(progress, cancel);

    private static Dictionary<object, SharedCrowd> ByWorld(
        IReadOnlyList<EnsembleMember> members,
        int threads,
        int workers,
        Lock drawing
    ) =>
        members
            .GroupBy(member => (object)member.World, ReferenceEqualityComparer.Instance)
            .ToDictionary(
                world => world.Key,
                world => new SharedCrowd(world.First().World, threads, Math.Min(workers, world.Count()), drawing),
                (IEqualityComparer<object>)ReferenceEqualityComparer.Instance
            );
}
