namespace Breakwater.Simulation;

/// <summary>How far the fundamental price may go while a price cell's order stays as it is. The default covers nothing.</summary>
/// <param name="Low">Logarithm, of the price as it has been taken in.</param>
/// <param name="High">Likewise.</param>
internal readonly record struct Leeway(double Low, double High)
{
    /// <summary>While a cell shows between two sums of dollars.</summary>
    /// <param name="centre">Logarithm of the cell's price.</param>
    /// <param name="outwards">From the fundamental price to its cells: −1 for bids, 1 for asks.</param>
    /// <param name="disturbance">
    /// Dollars, now. It only fades: what is shown lies between what would be shown with all of it and without.
    /// </param>
    /// <param name="density">Dollars in the cell per unit of logarithmic distance from the fundamental price; positive.</param>
    public static Leeway While(
        double centre,
        int outwards,
        (double Least, double Most) shown,
        double disturbance,
        double density
    )
    {
        double near = (shown.Least - Math.Min(disturbance, 0)) / density;
        double far = (shown.Most - Math.Max(disturbance, 0)) / density;
        return outwards < 0 ? new Leeway(centre + near, centre + far) : new Leeway(centre - far, centre - near);
    }

    public bool Covers(double lagging) => lagging > Low && lagging < High;
}
