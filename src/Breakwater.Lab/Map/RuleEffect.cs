namespace Breakwater.Lab.Map;

/// <summary>What a change of one rule, at every venue that has it, does to R of all markets together; makers withdrawn, arbitrage limited.</summary>
/// <param name="Venues">That have the rule; empty where it is no venue's.</param>
/// <param name="AtOnce">Change of the spectral radius, of what trades on books at once; over the crowds, each against itself.</param>
/// <param name="Sold">The same with what funds sell within the horizon.</param>
/// <param name="Then">The radius itself after the change, with funds' sales.</param>
/// <param name="PerTenth">Median change for each 10 % that the rule is raised by; null where it is not a matter of more or less.</param>
public sealed record RuleEffect(
    string Rule,
    string Change,
    IReadOnlyList<string> Venues,
    Band AtOnce,
    Band Sold,
    Band Then,
    double? PerTenth
);
