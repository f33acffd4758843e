namespace Breakwater.Runs;

/// <summary>What became of one lending market. Modelled.</summary>
/// <param name="Rules">Name of its rule set.</param>
/// <param name="Venue">Whose prices its oracle followed, and where liquidators sold.</param>
/// <param name="Loans">At the start, as the simulated ones stand for them.</param>
/// <param name="Coins">By collateral.</param>
public sealed record LendingSummary(
    string Name,
    string Rules,
    string Venue,
    long Loans,
    long LoansSimulated,
    string EventLogHash,
    long Events,
    long Evaluations,
    IReadOnlyList<LendingCoinSummary> Coins
);
