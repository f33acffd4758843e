namespace Breakwater.Lab;

/// <summary>What the facts say about a claim.</summary>
public enum Verdict
{
    Holds,

    /// <summary>Near, or only by one reading of its words.</summary>
    HoldsLoosely,
    DoesNotHold,

    /// <summary>A fact is missing.</summary>
    CannotBeChecked,
}
