namespace Breakwater.Lab;

/// <summary>Adds up how far the ensembles of a comparison are.</summary>
internal sealed class SidesProgress(IEnsembleProgress next, int sides) : IEnsembleProgress
{
    /// <summary>Sides that are done.</summary>
    public int Done { get; set; }

    // The sides of a comparison are one task, told of once.
    public void Began(string phase)
    {
        if (Done == 0)
        {
            next.Began(phase);
        }
    }

    public void Reached(int finished, int seeds, double share) =>
        next.Reached(Done * seeds + finished, sides * seeds, (Done + share) / sides);
}
