namespace Breakwater.Lab;

/// <summary>Remembers how far an ensemble came, and passes it on.</summary>
internal sealed class FinishedSeeds(IEnsembleProgress next) : IEnsembleProgress
{
    public int Count { get; private set; }

    public void Began(string phase) => next.Began(phase);

    public void Reached(int finished, int seeds, double share)
    {
        Count = finished;
        next.Reached(finished, seeds, share);
    }
}
