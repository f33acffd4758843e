namespace Breakwater.Runs;

/// <summary>How a venue's margin tables are read.</summary>
internal enum ScheduleKind
{
    /// <summary>Each part of a notional at its own tier's rate.</summary>
    Marginal,

    /// <summary>The whole position at the rate of the tier it is in.</summary>
    WholePosition,

    /// <summary>Rates of the whole position rise by a step for each step of notional.</summary>
    Stepped,

    /// <summary>Rates rise with the size, without tiers.</summary>
    LinearInSize,
}
