using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Runs;

/// <summary>Is told how far a run is.</summary>
public interface IRunProgress
{
    /// <param name="stage">Such as "drawing accounts".</param>
    void Began(string stage);

    /// <summary>The world is open and about to be followed; whoever wants to look into it keeps it until the run is over.</summary>
    void Opened(WorldParameters parameters, World world) { }

    /// <param name="share">Of the run's time, from 0 to 1.</param>
    void Reached(Timestamp time, double share);
}
