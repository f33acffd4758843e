using Breakwater.Domain;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>What the runs of an ensemble show for each observable.</summary>
internal static class MeasuredSeeds
{
    /// <returns>By seed, then by observable.</returns>
    public static IReadOnlyList<IReadOnlyList<Measured>> Of(
        Scenario scenario,
        IReadOnlyList<Observable> observables,
        IReadOnlyList<Seed> seeds,
        int threads,
        IEnsembleProgress progress,
        CancellationToken cancel
    ) => Of([.. MembersOf(scenario, seeds)], observables, threads, progress, cancel);

    /// <returns>By member, then by observable.</returns>
    public static IReadOnlyList<IReadOnlyList<Measured>> Of(
        IReadOnlyList<EnsembleMember> members,
        IReadOnlyList<Observable> observables,
        int threads,
        IEnsembleProgress progress,
        CancellationToken cancel
    ) =>
        EnsembleRunner.Run(
            members,
            threads,
            (parameters, world) => Of(observables, parameters, world),
            progress,
            cancel
        );

    /// <summary>Many runs in one world, which nobody asks for depth beyond the top of a book.</summary>
    public static IEnumerable<EnsembleMember> MembersOf(Scenario scenario, IEnumerable<Seed> seeds)
    {
        WorldParameters world = scenario.World.RecordingTopsOnly();
        return seeds.Select(seed => new EnsembleMember(world, seed));
    }

    public static IReadOnlyList<Measured> Of(
        IReadOnlyList<Observable> observables,
        WorldParameters parameters,
        World world
    )
    {
        if (observables.Count == 0)
        {
            return [];
        }

        RecordedMarket market = Recording.Of(parameters, world);
        return [.. observables.Select(observable => ObservableMeasures.Of(market, observable))];
    }
}
