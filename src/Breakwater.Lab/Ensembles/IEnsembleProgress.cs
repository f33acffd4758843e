namespace Breakwater.Lab;

/// <summary>Is told how far an ensemble is; by several threads, one at a time.</summary>
public interface IEnsembleProgress
{
    /// <param name="finished">Seeds that are done.</param>
    /// <param name="share">Of all the work, from 0 to 1.</param>
    void Reached(int finished, int seeds, double share);
}
