using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Runs;

/// <summary>Carries a world from start to end. The result is the same on any number of threads.</summary>
public static class Runner
{
    /// <param name="threads">Venues draw their crowds side by side on so many; positive.</param>
    /// <exception cref="CrowdException">The crowd's parameters contradict each other.</exception>
    public static World Run(WorldParameters parameters, int threads, IRunProgress progress, CancellationToken cancel)
    {
        progress.Began("drawing accounts");
        var world = new World(parameters);
        OpenVenues(world, threads, cancel);
        progress.Began("running");
        Timestamp start = parameters.Start;
        double length = (parameters.End - start).Nanoseconds;
        world.Run(time =>
        {
            cancel.ThrowIfCancellationRequested();
            progress.Reached(time, (time - start).Nanoseconds / length);
        });
        return world;
    }

    private static void OpenVenues(World world, int threads, CancellationToken cancel)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel };
        try
        {
            Parallel.ForEach(world.Venues, options, venue => venue.Open());
        }
        catch (AggregateException failures)
        {
            // Whichever venue failed first in time, the first in order is told: the same on any number of threads.
            throw failures.InnerExceptions.OrderBy(failure => failure.Message, StringComparer.Ordinal).First();
        }
    }
}
