using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>The crowds of one world, drawn once however many workers need a world with them.</summary>
/// <param name="threads">Venues draw side by side on so many; positive.</param>
/// <param name="worlds">How many will be opened at most.</param>
/// <param name="drawing">Held while a crowd is drawn or copied; of all crowds that share threads.</param>
internal sealed class SharedCrowd(WorldParameters parameters, int threads, int worlds, Lock drawing)
{
    private VenueSnapshot[]? _drawn;
    private int _left = worlds;

    /// <summary>A world of its own for the caller, with everybody in it.</summary>
    /// <exception cref="CrowdException">The crowd's parameters contradict each other.</exception>
    public World Open(IRunProgress progress, CancellationToken cancel)
    {
        World world = OpenVenues(progress, cancel);
        world.Join();
        return world;
    }

    private World OpenVenues(IRunProgress progress, CancellationToken cancel)
    {
        lock (drawing)
        {
            World world = _drawn is null ? Runner.OpenVenues(parameters, threads, progress, cancel) : CopyOf(_drawn);

            // The last one needs no other to stand as it does.
            _drawn = --_left > 0 ? _drawn ?? [.. world.Venues.Select(venue => venue.Snapshot())] : null;
            return world;
        }
    }

    private World CopyOf(VenueSnapshot[] drawn)
    {
        var world = new World(parameters);
        foreach ((VenueInWorld venue, VenueSnapshot snapshot) in world.Venues.Zip(drawn))
        {
            venue.StandAs(snapshot);
        }

        return world;
    }
}
