using System.Runtime.ExceptionServices;
using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Lab.Map;

/// <summary>Draws a world's crowds for several seeds, venue by venue, and lets each go once it has been measured.</summary>
internal static class CrowdSeries
{
    /// <param name="threads">Positive; what is measured does not depend on it.</param>
    /// <param name="measure">Of an opened venue, by the number of the seed; called on several threads.</param>
    /// <returns>By seed, then by venue.</returns>
    /// <exception cref="CrowdException">The crowd's parameters contradict each other.</exception>
    public static T[][] Measure<T>(
        WorldParameters world,
        IReadOnlyList<Seed> seeds,
        int threads,
        Func<int, VenueInWorld, T> measure,
        IEnsembleProgress progress,
        CancellationToken cancel
    )
    {
        int venues = world.Venues.Count;
        T[][] measured = [.. seeds.Select(_ => new T[venues])];
        int done = 0;
        var told = new Lock();
        progress.Began("");
        try
        {
            SideBySide.On(threads, cancel)(seeds.Count * venues, Work);
        }
        catch (AggregateException failures) when (failures.InnerExceptions[0] is CrowdException)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }

        return measured;

        void Work(int job)
        {
            (int seed, int venue) = (job / venues, job % venues);
            var drawn = new VenueInWorld(world with { CrowdSeed = seeds[seed] }, venue);
            drawn.Open();
            measured[seed][venue] = measure(seed, drawn);
            lock (told)
            {
                done++;
                progress.Reached(done / venues, seeds.Count, (double)done / (seeds.Count * venues));
            }
        }
    }
}
