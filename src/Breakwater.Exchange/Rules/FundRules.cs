namespace Breakwater.Exchange;

/// <summary>The named account that takes positions over: an insurance fund or a backstop vault.</summary>
/// <param name="Name">Shown in tables, such as "insurance fund".</param>
/// <param name="PaysDeficits">It brings a closed account that owes money back to zero, as far as its money goes.</param>
public sealed record FundRules(string Name, bool PaysDeficits);
