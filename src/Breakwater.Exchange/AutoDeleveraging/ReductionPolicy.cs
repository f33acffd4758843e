namespace Breakwater.Exchange;

/// <summary>How a reduction that nobody takes freely is shared out among winners.</summary>
public enum ReductionPolicy
{
    /// <summary>The highest score first, each closed whole before the next is touched. What venues do.</summary>
    Queue,

    /// <summary>Each gives up the same share of what it holds.</summary>
    ProRata,

    /// <summary>
    /// The highest leverage is brought down to the next, those two to the third, until enough is closed (water-filling).
    /// Source: Campbell, Hey, Moallemi and Nutz, "Risk-based auto-deleveraging", arXiv 2603.15963, 2026.
    /// </summary>
    LeverageDraining,

    /// <summary>
    /// The same with leverage of the account's net exposure, so that who is hedged elsewhere is spared. Source: the same paper,
    /// its case of one common risk factor.
    /// </summary>
    RiskBased,
}
