using Breakwater.Exchange;

namespace Breakwater.Runs;

/// <summary>One file of venues/, as the calculator needs it.</summary>
/// <param name="Rules">Null for a lending protocol.</param>
/// <param name="Lending">Null for a venue.</param>
/// <param name="StatedValues">What it states, with basis and source; of a unified mode also what its positions' rule set states.</param>
public sealed record RuleBookEntry(
    string Name,
    RuleSet? Rules,
    LendingRules? Lending,
    IReadOnlyList<StatedValue> StatedValues
);
