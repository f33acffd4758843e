namespace Breakwater.Simulation;

/// <summary>How the leverage, entries and intentions of a crowd's accounts are drawn.</summary>
public enum DrawKind
{
    /// <summary>Each for itself: what a few large accounts draw decides what a side of a coin is like.</summary>
    Independent,

    /// <summary>Each draw spread evenly over accounts of like size, so that what a crowd states is more nearly what its open interest holds.</summary>
    Stratified,
}
