namespace Breakwater.Lab;

/// <summary>Adds up how far the ensembles of a comparison are.</summary>
internal sealed class SidesProgress(IEnsembleProgress next, int sides) : IEnsembleProgress
{
    /// <summary>Sides that are done.</summary>
    public int Done { get; set; }

    public void Reached(int finished, int seeds, double share) =>
        next.Reached(Done * seeds + finished, sides * seeds, (Done + share) / sides);
}
