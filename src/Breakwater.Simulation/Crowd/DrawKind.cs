namespace Breakwater.Simulation;

/// <summary>How a crowd's accounts are drawn.</summary>
public enum DrawKind
{
    /// <summary>Each for itself: what a few large accounts draw decides what a side of a coin is like.</summary>
    Independent,

    /// <summary>A sample in strata of size, and each draw spread evenly over accounts of like size: what a crowd states is more nearly what its open interest holds.</summary>
    Stratified,
}
