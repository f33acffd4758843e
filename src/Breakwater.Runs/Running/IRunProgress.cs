using Breakwater.Domain;

namespace Breakwater.Runs;

/// <summary>Is told how far a run is.</summary>
public interface IRunProgress
{
    /// <param name="stage">Such as "drawing accounts".</param>
    void Began(string stage);

    /// <param name="share">Of the run's time, from 0 to 1.</param>
    void Reached(Timestamp time, double share);
}
