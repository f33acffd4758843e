namespace Breakwater.Lab;

/// <summary>Tells nobody.</summary>
internal sealed class SilentProgress : IEnsembleProgress
{
    public static SilentProgress Instance { get; } = new();

    public void Reached(int finished, int seeds, double share) { }
}
