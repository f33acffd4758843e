namespace Breakwater.Lab.Map;

/// <summary>What brings R of all markets together below 1 where makers have withdrawn; with funds' sales, arbitrage limited.</summary>
/// <param name="Calm">R in a calm book, nothing changed.</param>
/// <param name="Withdrawn">R where makers have withdrawn, nothing changed.</param>
/// <param name="Alone">Changes of the table that do it alone in the median crowd, the mildest of each rule; empty where none does.</param>
/// <param name="Best">The change of the table that lowers R most.</param>
/// <param name="Needed">Of what can be more or less without drawing anew: how large it would have to be.</param>
public sealed record RestoringAnswer(
    Band Calm,
    Band Withdrawn,
    IReadOnlyList<RuleEffect> Alone,
    RuleEffect Best,
    IReadOnlyList<NeededSize> Needed
);
