using Breakwater.Domain;
using Breakwater.Runs;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>Remembers how far a run came, and passes it on.</summary>
internal sealed class ReachedTime(Timestamp start, IRunProgress next) : IRunProgress
{
    public Timestamp Time { get; private set; } = start;

    public void Began(string stage) => next.Began(stage);

    public void Opened(WorldParameters parameters, World world) => next.Opened(parameters, world);

    public void Reached(Timestamp time, double share)
    {
        Time = time;
        next.Reached(time, share);
    }
}
