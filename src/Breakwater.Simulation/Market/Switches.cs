namespace Breakwater.Simulation;

/// <summary>What may be turned off to see what it does.</summary>
/// <param name="Liquidations">Venues liquidate.</param>
/// <param name="Feedback">Forced orders move prices.</param>
/// <param name="MakersWithdraw">Makers draw back from volatility, losses and deleveraging.</param>
/// <param name="MakersDeleveraged">Makers and arbitrageurs stand in the deleveraging queue.</param>
public sealed record Switches(bool Liquidations, bool Feedback, bool MakersWithdraw, bool MakersDeleveraged)
{
    public static Switches AllOn { get; } = new(true, true, true, true);
}
