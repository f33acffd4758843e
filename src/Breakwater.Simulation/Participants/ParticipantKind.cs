namespace Breakwater.Simulation;

/// <summary>What somebody came to a venue for.</summary>
public enum ParticipantKind
{
    /// <summary>Drawn, or of a file.</summary>
    Crowd,

    /// <summary>Named in the scenario.</summary>
    Whale,

    Maker,

    Arbitrageur,

    Newcomer,

    /// <summary>Of loans: it sells what it seized.</summary>
    Liquidator,
}
