namespace Breakwater.Simulation;

/// <summary>What a price cell may come to show while its order stays as it is. The default covers nothing.</summary>
/// <param name="Least">Dollars.</param>
/// <param name="Most">Dollars.</param>
/// <param name="Disturbance">
/// Dollars, when it was last looked at. It only fades: what is shown lies between what would be shown with all of it and without.
/// </param>
internal readonly record struct Leeway(double Least, double Most, double Disturbance)
{
    public bool Covers(double undisturbed) => Holds(undisturbed) && Holds(undisturbed + Disturbance);

    private bool Holds(double dollars) => dollars > Least && dollars < Most;
}
