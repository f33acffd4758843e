namespace Breakwater.Lab.Map;

/// <summary>What a change of one rule, at every venue that has it, does to R of all markets together.</summary>
/// <param name="Venues">That have the rule.</param>
/// <param name="AtOnce">Change of the spectral radius, of what trades on books at once; makers withdrawn, arbitrage whole.</param>
/// <param name="Sold">The same with what funds sell within the horizon.</param>
public sealed record RuleEffect(string Rule, string Change, IReadOnlyList<string> Venues, double AtOnce, double Sold);
