namespace Breakwater.Lab;

/// <summary>Is told how far an ensemble is; by several threads, one at a time.</summary>
public interface IEnsembleProgress
{
    /// <summary>A part of the work begins, whose accounts are drawn first; shares count from 0 again.</summary>
    /// <param name="phase">Which of how many, and what it runs; empty where there is only one.</param>
    void Began(string phase) { }

    /// <param name="finished">Seeds that are done.</param>
    /// <param name="share">Of the work of this phase, from 0 to 1.</param>
    void Reached(int finished, int seeds, double share);
}
