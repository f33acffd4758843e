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
        World world = Open(parameters, threads, progress, cancel);
        Follow(parameters, world, progress, cancel);
        return world;
    }

    /// <summary>A world with everybody in it, at its start.</summary>
    /// <param name="threads">Venues draw their crowds side by side on so many; positive.</param>
    /// <exception cref="CrowdException">The crowd's parameters contradict each other.</exception>
    public static World Open(WorldParameters parameters, int threads, IRunProgress progress, CancellationToken cancel)
    {
        World world = OpenVenues(parameters, threads, progress, cancel);
        world.Join();
        return world;
    }

    /// <summary>A world with its crowds, which has not been joined.</summary>
    /// <inheritdoc cref="Open"/>
    public static World OpenVenues(
        WorldParameters parameters,
        int threads,
        IRunProgress progress,
        CancellationToken cancel
    )
    {
        progress.Began("drawing accounts");
        var world = new World(parameters);
        OpenVenues(world, threads, cancel);
        return world;
    }

    /// <summary>Carries an open world to its end.</summary>
    public static void Follow(WorldParameters parameters, World world, IRunProgress progress, CancellationToken cancel)
    {
        progress.Opened(parameters, world);
        progress.Began("running");
        Timestamp start = parameters.Start;
        double length = (parameters.End - start).Nanoseconds;
        world.Run(time =>
        {
            cancel.ThrowIfCancellationRequested();
            progress.Reached(time, (time - start).Nanoseconds / length);
        });
    }

    private static void OpenVenues(World world, int threads, CancellationToken cancel)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel };
        var failures = new CrowdException?[world.Venues.Count];
        Parallel.For(0, failures.Length, options, number => failures[number] = TryOpen(world.Venues[number]));

        // All venues are tried, so that the first in order is told on any number of threads.
        if (failures.FirstOrDefault(failure => failure is not null) is { } first)
        {
            throw first;
        }
    }

    private static CrowdException? TryOpen(VenueInWorld venue)
    {
        try
        {
            venue.Open();
            return null;
        }
        catch (CrowdException failure)
        {
            return failure;
        }
        catch (OverflowException failure)
        {
            string name = venue.Parameters.Name;
            return new CrowdException($"{name}: its accounts together are too large to be counted exactly", failure);
        }
    }
}
