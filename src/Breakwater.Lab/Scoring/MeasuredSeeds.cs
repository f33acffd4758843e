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
    ) =>
        EnsembleRunner.Run(
            scenario.World.RecordingTopsOnly(),
            seeds,
            threads,
            (parameters, world) => Of(observables, parameters, world),
            progress,
            cancel
        );

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
