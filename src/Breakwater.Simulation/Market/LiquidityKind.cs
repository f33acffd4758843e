namespace Breakwater.Simulation;

/// <summary>What stands against orders.</summary>
public enum LiquidityKind
{
    /// <summary>Price impact as a function of size; fast.</summary>
    DepthCurve,

    /// <summary>Every order, queue and fill.</summary>
    Books,
}
